import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { mediaFacts } from '../mediaFacts.ts'
import { mediaProblem } from './mediaProblem.ts'

export function media(formats: Formats): Messages['media'] {
  const { anyOf, fileSize, isolate, number, plural } = formats
  return {
    drop: { image: 'Déposez une image ici', video: 'Déposez une vidéo ici' },
    dropMany: { image: 'Déposez des images ici', video: 'Déposez des vidéos ici' },
    hint: (titles, bytes) => `Ou collez. ${anyOf(titles)}, jusqu’à ${fileSize(bytes)}.`,
    over: 'Relâchez pour ajouter',
    overWrong: { image: 'Ce n’est pas une image', video: 'Ce n’est pas une vidéo' },
    nothing: 'Rien ici',
    required: 'obligatoire',
    stillUploading: 'attendez la fin de l’envoi, ou annulez-le',
    checking: 'Examen du fichier…',
    choose: 'Choisir un fichier',
    chooseMany: 'Choisir des fichiers',
    url: 'Adresse',
    urlHint: 'https://…',
    use: 'Utiliser',
    clear: 'Retirer',
    replace: 'Remplacer',
    cancel: 'Annuler',
    bringBack: 'Remettre le précédent',
    undo: 'Annuler',
    retry: 'Réessayer',
    dismiss: 'Fermer',
    unnamed: { image: 'L’image', video: 'La vidéo' },
    place: (place, name) => `${number(place)}, ${isolate(name)}`,
    count: (count, maximum) => `${number(count)} sur ${number(maximum)}`,
    list: (label) => `${label}, dans leur ordre`,
    earlier: (name) => `Avancer : ${isolate(name)}`,
    later: (name) => `Reculer : ${isolate(name)}`,
    uploading: (name, percent) => `Envoi de ${isolate(name)}, ${formats.percent(percent)} envoyés`,
    sent: (percent) => `${formats.percent(percent)} envoyés`,
    failed: (name, why) => `${isolate(name)} n’est pas arrivé. ${why}`,
    details: (...facts) => mediaFacts(formats, (seconds) => `${seconds} s`, facts),
    unseen: {
      image: 'Aucune image ne peut être affichée depuis cette adresse. fal peut la lire malgré tout.',
      video: 'Cette vidéo ne peut pas être affichée ici. fal peut la lire malgré tout.',
    },
    problem: (problem) => mediaProblem(problem, formats),
    refused: (name, why) => `${isolate(name)} : ${why}.`,
    noRoom: (name, maximum) => `${isolate(name)} n’a pas été ajouté : ${number(maximum)} au plus.`,
    taken: (name) => `Ajouté : ${isolate(name)}.`,
    added: (count, total) =>
      plural(count, {
        one: `${number(count)} ajouté. ${number(total)} au total.`,
        other: `${number(count)} ajoutés. ${number(total)} au total.`,
      }),
    arrived: (name) => `${isolate(name)} est arrivé.`,
    givenUp: (name) => `${isolate(name)} : annulé.`,
    cleared: (name) => `Retiré : ${isolate(name)}.`,
    removed: (name, left) => `Retiré : ${isolate(name)}. Il en reste ${number(left)}.`,
    isBack: (name) => `${isolate(name)} est de retour.`,
    moved: (name, place, count) =>
      `${isolate(name)} déplacé à la place ${number(place)} sur ${number(count)}.`,
    camera: {
      label: 'Caméra',
      open: 'Prendre une photo',
      film: 'Filmer',
      starting: 'Votre navigateur demande si la caméra peut être utilisée…',
      live: 'La caméra est active.',
      take: 'Prendre la photo',
      taken: 'La photo est prise. Utilisez-la, ou prenez-en une autre.',
      photo: 'La photo prise',
      use: 'Utiliser la photo',
      again: 'En prendre une autre',
      next: 'Caméra suivante',
      close: 'Fermer la caméra',
      problems: {
        DENIED:
          'La caméra ne peut pas être utilisée ici. Autorisez-la pour cette page dans les réglages du navigateur, puis réessayez.',
        ABSENT: 'Aucune caméra. Branchez-en une et réessayez, ou choisissez un fichier.',
        BUSY: 'Un autre programme utilise la caméra. Fermez-la là-bas et réessayez.',
        ENDED: 'La caméra a été déconnectée.',
        FAILED: 'La caméra ne démarre pas.',
      },
    },
  }
}
