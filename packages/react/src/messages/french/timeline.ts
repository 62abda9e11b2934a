import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { textProblem } from './textProblem.ts'

export function timeline(formats: Formats): Messages['timeline'] {
  const { isolate, number, plural, unit } = formats
  return {
    label: 'Storyboard',
    axis: 'Axe du temps',
    keyframes: 'Images clés',
    transitions: 'Transitions',
    empty: 'Déposez ici deux à cinq images',
    emptyHint: 'Collez-les, choisissez des fichiers ou donnez leur adresse. Elles défilent dans cet ordre.',
    choose: 'Choisir des images',
    add: 'Ajouter une image',
    byUrl: 'Par adresse',
    urlLabel: 'Adresse d’une image',
    urlHint: 'https://…',
    urlSubmit: 'Ajouter',
    keyframe: (place, count, at) => `Image clé ${place} sur ${count}, à ${unit(at, 'second')}`,
    keyframeName: (place) => `Image clé ${place}`,
    keyframeHelp: 'Faites-la glisser, ou déplacez-la par Alt et une flèche. Suppr la retire.',
    moveEarlier: (place) => `Avancer l’image clé ${place}`,
    moveLater: (place) => `Reculer l’image clé ${place}`,
    remove: (place) => `Retirer l’image clé ${place}`,
    replace: (place) => `Remplacer l’image clé ${place}`,
    duplicate: (place) => `Dupliquer l’image clé ${place}`,
    retry: (place) => `Renvoyer l’image clé ${place}`,
    uploading: (place, percent) => `Envoi de l’image clé ${place}, ${formats.percent(percent)} envoyés`,
    uploadFailed: (place, why) => `L’image clé ${place} n’est pas arrivée. ${why}`,
    transition: (place) => `Transition ${place}`,
    transitionHelp: 'Appuyez encore, ou sur F2, pour écrire son prompt ici.',
    seconds: (seconds) => `${number(seconds)} s`,
    transitionLength: (place) => `Secondes de la transition ${place}`,
    transitionValue: (length, total, budget) =>
      `${unit(length, 'second')}, ${number(total)} sur ${number(budget)} utilisées`,
    edgeHelp:
      'Faites glisser, utilisez les flèches ou tapez les secondes. Avec Maj, la transition suivante cède la place. P : à la position de lecture.',
    transitionPrompt: (place) => `Prompt de la transition ${place}`,
    transitionPromptHint: 'Comme le prompt commun',
    noPrompt: 'prompt commun',
    insert: (place) => `Insérer des images dans la transition ${place}`,
    insertHere: 'Insérer une image ici',
    position: 'Position de lecture',
    positionValue: (at, total) => `${number(at)} sur ${unit(total, 'second')}`,
    budget: (total, budget) =>
      total > budget
        ? `${number(total)} sur ${number(budget)} s, ${number(total - budget)} s de trop`
        : `${number(total)} sur ${number(budget)} s, reste ${number(budget - total)} s`,
    budgetLabel: 'Durée de la vidéo',
    undo: 'Annuler',
    redo: 'Rétablir',
    undoRemoval: 'Annuler le retrait',
    zoom: 'Zoom',
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    zoomToFit: 'Tout afficher',
    zoomedIn: 'Zoom avant.',
    zoomedOut: 'Zoom arrière.',
    zoomedToFit: 'Tout est affiché.',
    keepLength: 'Garder la durée',
    keepLengthHelp: 'Garder la durée : quand un bord bouge, la transition suivante cède la place',
    showText: 'Afficher en texte',
    showAxis: 'Afficher sur l’axe du temps',
    dismiss: 'Fermer',
    added: (count, total) =>
      plural(count, {
        one: `${count} image clé ajoutée. ${total} au total.`,
        other: `${count} images clés ajoutées. ${total} au total.`,
      }),
    replaced: (place) => `Image clé ${place} remplacée.`,
    full: 'Cinq images clés au plus.',
    lifted: (place, count) => `Image clé ${place} sur ${count} soulevée. Échap la remet à sa place.`,
    over: (place, count) => `Au-dessus de la place ${place} sur ${count}.`,
    putBack: (place) => `Remise à la place ${place}.`,
    takenBack: 'Modification abandonnée.',
    moved: (place, count) => `Image clé déplacée à la place ${place} sur ${count}.`,
    removed: (place, left) => `Image clé ${place} retirée. Il en reste ${left}.`,
    duplicated: (place, total) => `Image clé ${place} dupliquée. ${total} au total.`,
    undone: 'Annulé.',
    redone: 'Rétabli.',
    noRoomFor: (name) => `${isolate(name)} n’a pas été ajoutée : cinq images clés au plus.`,
    text: 'Storyboard en texte',
    textHelp:
      'Une ligne par image clé et par transition. Changez l’ordre, les secondes ou les mots après le deux-points ; une adresse est une nouvelle image clé.',
    textApply: 'Appliquer',
    textReset: 'Rétablir le texte',
    textApplied: (count, total) =>
      plural(count, {
        one: `Appliqué : ${count} image clé, ${unit(total, 'second')}.`,
        other: `Appliqué : ${count} images clés, ${unit(total, 'second')}.`,
      }),
    textError: (error) => `Ligne ${error.line} : ${textProblem(error, formats)}`,
  }
}
