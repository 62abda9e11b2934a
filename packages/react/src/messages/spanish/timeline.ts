import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { textProblem } from './textProblem.ts'

export function timeline(formats: Formats): Messages['timeline'] {
  const { isolate, number, plural, unit } = formats
  return {
    label: 'Storyboard',
    axis: 'Eje de tiempo',
    keyframes: 'Fotogramas clave',
    transitions: 'Transiciones',
    empty: 'Suelta aquí de dos a cinco imágenes',
    emptyHint: 'Pégalas, elige archivos o añádelas por dirección. Se reproducen en este orden.',
    choose: 'Elegir imágenes',
    add: 'Añadir imagen',
    byUrl: 'Por dirección',
    urlLabel: 'Dirección de una imagen',
    urlHint: 'https://…',
    urlSubmit: 'Añadir',
    keyframe: (place, count, at) => `Fotograma clave ${place} de ${count}, en ${unit(at, 'second')}`,
    keyframeName: (place) => `Fotograma clave ${place}`,
    keyframeHelp: 'Arrástralo o muévelo con Alt y una flecha. Supr lo quita.',
    moveEarlier: (place) => `Adelantar el fotograma clave ${place}`,
    moveLater: (place) => `Retrasar el fotograma clave ${place}`,
    remove: (place) => `Quitar el fotograma clave ${place}`,
    replace: (place) => `Reemplazar el fotograma clave ${place}`,
    duplicate: (place) => `Duplicar el fotograma clave ${place}`,
    retry: (place) => `Volver a subir el fotograma clave ${place}`,
    uploading: (place, percent) =>
      `Subiendo el fotograma clave ${place}, ${formats.percent(percent)} enviado`,
    uploadFailed: (place, why) => `El fotograma clave ${place} no ha llegado. ${why}`,
    transition: (place) => `Transición ${place}`,
    transitionHelp: 'Pulsa otra vez, o F2, para escribir aquí su prompt.',
    seconds: (seconds) => `${number(seconds)} s`,
    transitionLength: (place) => `Segundos de la transición ${place}`,
    transitionValue: (length, total, budget) =>
      `${unit(length, 'second')}, ${number(total)} de ${number(budget)} usados`,
    edgeHelp:
      'Arrastra, usa las flechas o escribe los segundos. Con Mayús cede la transición siguiente. P: a la posición de reproducción.',
    transitionPrompt: (place) => `Prompt de la transición ${place}`,
    transitionPromptHint: 'Como dice el prompt general',
    noPrompt: 'prompt general',
    insert: (place) => `Insertar imágenes en la transición ${place}`,
    insertHere: 'Insertar una imagen aquí',
    position: 'Posición de reproducción',
    positionValue: (at, total) => `${number(at)} de ${unit(total, 'second')}`,
    budget: (total, budget) =>
      total > budget
        ? plural(total - budget, {
            one: `${number(total)} de ${number(budget)} s, sobra ${number(total - budget)} s`,
            other: `${number(total)} de ${number(budget)} s, sobran ${number(total - budget)} s`,
          })
        : plural(budget - total, {
            one: `${number(total)} de ${number(budget)} s, queda ${number(budget - total)} s`,
            other: `${number(total)} de ${number(budget)} s, quedan ${number(budget - total)} s`,
          }),
    budgetLabel: 'Duración del vídeo',
    undo: 'Deshacer',
    redo: 'Rehacer',
    undoRemoval: 'Deshacer',
    zoom: 'Zoom',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    zoomToFit: 'Ver todo',
    zoomedIn: 'Acercado.',
    zoomedOut: 'Alejado.',
    zoomedToFit: 'Se ve todo.',
    keepLength: 'Mantener duración',
    keepLengthHelp: 'Mantener duración: al mover un borde cede la transición siguiente',
    showText: 'Ver como texto',
    showAxis: 'Ver en el eje de tiempo',
    dismiss: 'Cerrar',
    added: (count, total) =>
      plural(count, {
        one: `${count} fotograma clave añadido. ${total} en total.`,
        other: `${count} fotogramas clave añadidos. ${total} en total.`,
      }),
    replaced: (place) => `Fotograma clave ${place} reemplazado.`,
    full: 'Cinco fotogramas clave como máximo.',
    lifted: (place, count) =>
      `Fotograma clave ${place} de ${count} levantado. Escape lo devuelve a su sitio.`,
    over: (place, count) => `Sobre el puesto ${place} de ${count}.`,
    putBack: (place) => `De vuelta en el puesto ${place}.`,
    takenBack: 'Cambio descartado.',
    moved: (place, count) => `Fotograma clave movido al puesto ${place} de ${count}.`,
    removed: (place, left) =>
      plural(left, {
        one: `Fotograma clave ${place} quitado. Queda ${left}.`,
        other: `Fotograma clave ${place} quitado. Quedan ${left}.`,
      }),
    duplicated: (place, total) => `Fotograma clave ${place} duplicado. ${total} en total.`,
    undone: 'Deshecho.',
    redone: 'Rehecho.',
    noRoomFor: (name) => `${isolate(name)} se ha quedado fuera: cinco fotogramas clave como máximo.`,
    text: 'Storyboard como texto',
    textHelp:
      'Una línea por fotograma clave y por transición. Cambia el orden, los segundos o las palabras tras los dos puntos; una dirección es un fotograma clave nuevo.',
    textApply: 'Aplicar',
    textReset: 'Como estaba',
    textApplied: (count, total) =>
      plural(count, {
        one: `Aplicado: ${count} fotograma clave, ${unit(total, 'second')}.`,
        other: `Aplicado: ${count} fotogramas clave, ${unit(total, 'second')}.`,
      }),
    textError: (error) => `Línea ${error.line}: ${textProblem(error, formats)}`,
  }
}
