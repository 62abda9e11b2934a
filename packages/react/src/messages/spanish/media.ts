import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { mediaFacts } from '../mediaFacts.ts'
import { mediaProblem } from './mediaProblem.ts'

export function media(formats: Formats): Messages['media'] {
  const { anyOf, fileSize, isolate, number, plural } = formats
  return {
    drop: { image: 'Suelta una imagen aquí', video: 'Suelta un vídeo aquí' },
    dropMany: { image: 'Suelta imágenes aquí', video: 'Suelta vídeos aquí' },
    hint: (titles, bytes) => `O pega. ${anyOf(titles)}, hasta ${fileSize(bytes)}.`,
    over: 'Suelta para añadir',
    overWrong: { image: 'Eso no es una imagen', video: 'Eso no es un vídeo' },
    nothing: 'Nada aquí',
    required: 'obligatorio',
    stillUploading: 'espera a que termine de subirse, o cancélalo',
    checking: 'Examinando el archivo…',
    choose: 'Elegir archivo',
    chooseMany: 'Elegir archivos',
    url: 'Dirección',
    urlHint: 'https://…',
    use: 'Usar',
    clear: 'Quitar',
    replace: 'Reemplazar',
    cancel: 'Cancelar',
    bringBack: 'Recuperar el anterior',
    undo: 'Deshacer',
    retry: 'Reintentar',
    dismiss: 'Cerrar',
    unnamed: { image: 'La imagen', video: 'El vídeo' },
    place: (place, name) => `${number(place)}, ${isolate(name)}`,
    count: (count, maximum) => `${number(count)} de ${number(maximum)}`,
    list: (label) => `${label}, en su orden`,
    earlier: (name) => `Adelantar: ${isolate(name)}`,
    later: (name) => `Retrasar: ${isolate(name)}`,
    uploading: (name, percent) => `Subiendo ${isolate(name)}, ${formats.percent(percent)} enviado`,
    sent: (percent) => `${formats.percent(percent)} enviado`,
    failed: (name, why) => `${isolate(name)} no ha llegado. ${why}`,
    details: (...facts) => mediaFacts(formats, (seconds) => `${seconds} s`, facts),
    unseen: {
      image: 'No se puede mostrar ninguna imagen de esta dirección. Aun así, fal quizá pueda leerla.',
      video: 'Este vídeo no se puede mostrar aquí. Aun así, fal quizá pueda leerlo.',
    },
    problem: (problem) => mediaProblem(problem, formats),
    refused: (name, why) => `${isolate(name)} ${why}.`,
    noRoom: (name, maximum) => `${isolate(name)} se ha quedado fuera: ${number(maximum)} como máximo.`,
    taken: (name) => `Añadido: ${isolate(name)}.`,
    added: (count, total) =>
      plural(count, {
        one: `${number(count)} añadido. ${number(total)} en total.`,
        other: `${number(count)} añadidos. ${number(total)} en total.`,
      }),
    arrived: (name) => `${isolate(name)} ha llegado.`,
    givenUp: (name) => `${isolate(name)}: cancelado.`,
    cleared: (name) => `Quitado: ${isolate(name)}.`,
    removed: (name, left) =>
      plural(left, {
        one: `Quitado: ${isolate(name)}. Queda ${number(left)}.`,
        other: `Quitado: ${isolate(name)}. Quedan ${number(left)}.`,
      }),
    isBack: (name) => `${isolate(name)} está de vuelta.`,
    moved: (name, place, count) => `${isolate(name)} movido al puesto ${number(place)} de ${number(count)}.`,
    camera: {
      label: 'Cámara',
      open: 'Hacer una foto',
      film: 'Grabar',
      starting: 'Tu navegador pregunta si se puede usar la cámara…',
      live: 'La cámara está encendida.',
      take: 'Hacer la foto',
      taken: 'La foto está hecha. Úsala o haz otra.',
      photo: 'La foto hecha',
      use: 'Usar esta foto',
      again: 'Hacer otra',
      next: 'Otra cámara',
      close: 'Cerrar la cámara',
      problems: {
        DENIED:
          'Aquí no se puede usar la cámara. Permítela para esta página en los ajustes del navegador e inténtalo de nuevo.',
        ABSENT: 'No hay ninguna cámara. Conecta una e inténtalo de nuevo, o elige un archivo.',
        BUSY: 'Otro programa está usando la cámara. Ciérrala allí e inténtalo de nuevo.',
        ENDED: 'La cámara se ha desconectado.',
        FAILED: 'La cámara no se inicia.',
      },
    },
  }
}
