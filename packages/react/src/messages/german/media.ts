import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { mediaFacts } from '../mediaFacts.ts'
import { mediaProblem } from './mediaProblem.ts'

export function media(formats: Formats): Messages['media'] {
  const { anyOf, fileSize, isolate, number, plural } = formats
  return {
    drop: { image: 'Bild hier ablegen', video: 'Video hier ablegen' },
    dropMany: { image: 'Bilder hier ablegen', video: 'Videos hier ablegen' },
    hint: (titles, bytes) => `Oder einfügen. ${anyOf(titles)}, bis ${fileSize(bytes)}.`,
    over: 'Loslassen zum Hinzufügen',
    overWrong: { image: 'Das ist kein Bild', video: 'Das ist kein Video' },
    nothing: 'Nichts hier',
    required: 'Pflichtfeld',
    stillUploading: 'abwarten, bis alles hochgeladen ist, oder abbrechen',
    checking: 'Datei wird geprüft…',
    choose: 'Datei wählen',
    chooseMany: 'Dateien wählen',
    url: 'Adresse',
    urlHint: 'https://…',
    use: 'Verwenden',
    clear: 'Entfernen',
    replace: 'Ersetzen',
    cancel: 'Abbrechen',
    bringBack: 'Vorheriges zurückholen',
    undo: 'Rückgängig',
    retry: 'Erneut versuchen',
    dismiss: 'Schließen',
    unnamed: { image: 'Das Bild', video: 'Das Video' },
    place: (place, name) => `${number(place)}, ${isolate(name)}`,
    count: (count, maximum) => `${number(count)} von ${number(maximum)}`,
    list: (label) => `${label}, in ihrer Reihenfolge`,
    earlier: (name) => `Nach vorn: ${isolate(name)}`,
    later: (name) => `Nach hinten: ${isolate(name)}`,
    uploading: (name, percent) => `${isolate(name)} wird hochgeladen, ${formats.percent(percent)} gesendet`,
    sent: (percent) => `${formats.percent(percent)} gesendet`,
    failed: (name, why) => `${isolate(name)} ist nicht angekommen. ${why}`,
    details: (...facts) => mediaFacts(formats, (seconds) => `${seconds} s`, facts),
    unseen: {
      image: 'Unter dieser Adresse ist kein Bild zu sehen. fal kann es vielleicht trotzdem lesen.',
      video: 'Dieses Video lässt sich hier nicht zeigen. fal kann es vielleicht trotzdem lesen.',
    },
    problem: (problem) => mediaProblem(problem, formats),
    refused: (name, why) => `${isolate(name)} ${why}.`,
    noRoom: (name, maximum) =>
      `${isolate(name)} passt nicht mehr hinein: Höchstens ${number(maximum)} sind möglich.`,
    taken: (name) => `${isolate(name)} hinzugefügt.`,
    added: (count, total) =>
      plural(count, {
        one: `Eins hinzugefügt. Insgesamt ${number(total)}.`,
        other: `${number(count)} hinzugefügt. Insgesamt ${number(total)}.`,
      }),
    arrived: (name) => `${isolate(name)} ist angekommen.`,
    givenUp: (name) => `${isolate(name)}: abgebrochen.`,
    cleared: (name) => `${isolate(name)} wurde entfernt.`,
    removed: (name, left) => `${isolate(name)} entfernt. Noch ${number(left)}.`,
    isBack: (name) => `${isolate(name)} ist wieder da.`,
    moved: (name, place, count) =>
      `${isolate(name)} auf Platz ${number(place)} von ${number(count)} verschoben.`,
    camera: {
      label: 'Kamera',
      open: 'Foto aufnehmen',
      film: 'Filmen',
      starting: 'Ihr Browser fragt, ob die Kamera benutzt werden darf…',
      live: 'Die Kamera ist an.',
      take: 'Auslösen',
      taken: 'Das Foto ist aufgenommen. Verwenden Sie es oder nehmen Sie ein neues auf.',
      photo: 'Das aufgenommene Foto',
      use: 'Foto verwenden',
      again: 'Neues aufnehmen',
      next: 'Nächste Kamera',
      close: 'Kamera schließen',
      problems: {
        DENIED:
          'Die Kamera darf hier nicht benutzt werden. Erlauben Sie sie dieser Seite in den Einstellungen des Browsers und versuchen Sie es erneut.',
        ABSENT:
          'Es ist keine Kamera da. Schließen Sie eine an und versuchen Sie es erneut, oder wählen Sie eine Datei.',
        BUSY: 'Ein anderes Programm benutzt die Kamera. Schließen Sie sie dort und versuchen Sie es erneut.',
        ENDED: 'Die Kamera wurde getrennt.',
        FAILED: 'Die Kamera startet nicht.',
      },
    },
  }
}
