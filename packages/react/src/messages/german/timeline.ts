import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { textProblem } from './textProblem.ts'

export function timeline(formats: Formats): Messages['timeline'] {
  const { isolate, number, plural, unit } = formats
  return {
    label: 'Storyboard',
    axis: 'Zeitachse',
    keyframes: 'Keyframes',
    transitions: 'Übergänge',
    empty: 'Zwei bis fünf Bilder hier ablegen',
    emptyHint: 'Einfügen, Dateien wählen oder per Adresse hinzufügen. Sie laufen in dieser Reihenfolge.',
    choose: 'Bilder wählen',
    add: 'Bild hinzufügen',
    byUrl: 'Per Adresse',
    urlLabel: 'Adresse eines Bildes',
    urlHint: 'https://…',
    urlSubmit: 'Hinzufügen',
    keyframe: (place, count, at) => `Keyframe ${place} von ${count}, bei ${unit(at, 'second')}`,
    keyframeName: (place) => `Keyframe ${place}`,
    keyframeHelp: 'Ziehen oder mit Alt und Pfeiltaste verschieben. Entf entfernt ihn.',
    moveEarlier: (place) => `Keyframe ${place} nach vorn`,
    moveLater: (place) => `Keyframe ${place} nach hinten`,
    remove: (place) => `Keyframe ${place} entfernen`,
    replace: (place) => `Keyframe ${place} ersetzen`,
    duplicate: (place) => `Keyframe ${place} duplizieren`,
    retry: (place) => `Keyframe ${place} erneut hochladen`,
    uploading: (place, percent) => `Keyframe ${place} wird hochgeladen, ${formats.percent(percent)} gesendet`,
    uploadFailed: (place, why) => `Keyframe ${place} ist nicht angekommen. ${why}`,
    transition: (place) => `Übergang ${place}`,
    transitionHelp: 'Noch einmal drücken, oder F2, um hier den Prompt zu schreiben.',
    seconds: (seconds) => `${number(seconds)} s`,
    transitionLength: (place) => `Sekunden von Übergang ${place}`,
    transitionValue: (length, total, budget) =>
      `${unit(length, 'second')}, ${number(total)} von ${number(budget)} belegt`,
    edgeHelp:
      'Ziehen, Pfeiltasten drücken oder Sekunden eintippen. Mit Umschalt gibt der nächste Übergang nach. P: zur Abspielposition.',
    transitionPrompt: (place) => `Prompt von Übergang ${place}`,
    transitionPromptHint: 'Wie im Prompt für alle',
    noPrompt: 'Prompt für alle',
    insert: (place) => `Bilder in Übergang ${place} einfügen`,
    insertHere: 'Bild hier einfügen',
    position: 'Abspielposition',
    positionValue: (at, total) => `${number(at)} von ${unit(total, 'second')}`,
    budget: (total, budget) =>
      total > budget
        ? `${number(total)} von ${number(budget)} s, ${number(total - budget)} s zu lang`
        : `${number(total)} von ${number(budget)} s, noch ${number(budget - total)} s`,
    budgetLabel: 'Länge des Videos',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    undoRemoval: 'Entfernen rückgängig',
    zoom: 'Zoom',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    zoomToFit: 'Alles zeigen',
    zoomedIn: 'Vergrößert.',
    zoomedOut: 'Verkleinert.',
    zoomedToFit: 'Alles ist zu sehen.',
    keepLength: 'Länge halten',
    keepLengthHelp: 'Länge halten: Verschiebt sich eine Kante, gibt der nächste Übergang nach',
    showText: 'Als Text zeigen',
    showAxis: 'Auf der Zeitachse zeigen',
    dismiss: 'Schließen',
    added: (count, total) =>
      plural(count, {
        one: `Ein Keyframe hinzugefügt. Insgesamt ${total}.`,
        other: `${count} Keyframes hinzugefügt. Insgesamt ${total}.`,
      }),
    replaced: (place) => `Keyframe ${place} ersetzt.`,
    full: 'Mehr als fünf Keyframes sind nicht möglich.',
    lifted: (place, count) => `Keyframe ${place} von ${count} aufgenommen. Escape legt ihn zurück.`,
    over: (place, count) => `Über Platz ${place} von ${count}.`,
    putBack: (place) => `Zurück auf Platz ${place}.`,
    takenBack: 'Zurückgenommen.',
    moved: (place, count) => `Keyframe auf Platz ${place} von ${count} verschoben.`,
    removed: (place, left) => `Keyframe ${place} entfernt. Noch ${left}.`,
    duplicated: (place, total) => `Keyframe ${place} dupliziert. Insgesamt ${total}.`,
    undone: 'Rückgängig gemacht.',
    redone: 'Wiederholt.',
    noRoomFor: (name) =>
      `${isolate(name)} passt nicht mehr hinein: Mehr als fünf Keyframes sind nicht möglich.`,
    text: 'Storyboard als Text',
    textHelp:
      'Eine Zeile je Keyframe und je Übergang. Reihenfolge, Sekunden und die Worte nach dem Doppelpunkt lassen sich ändern; eine Adresse ist ein neuer Keyframe.',
    textApply: 'Übernehmen',
    textReset: 'Zurücksetzen',
    textApplied: (count, total) =>
      plural(count, {
        one: `Übernommen: ein Keyframe, ${unit(total, 'second')}.`,
        other: `Übernommen: ${count} Keyframes, ${unit(total, 'second')}.`,
      }),
    textError: (error) => `Zeile ${error.line}: ${textProblem(error, formats)}`,
  }
}
