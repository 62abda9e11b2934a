import type { CompleteCatalogWords } from '../CatalogWords.ts'
import type { Formats } from '../formats.ts'

export const catalog = ({ list, number }: Formats): CompleteCatalogWords => ({
  operations: {
    PIKAFRAMES: {
      title: 'Pikaframes',
      description: 'Deux à cinq images clés deviennent une vidéo, avec une transition entre chacune.',
      fields: {
        imageUrls: { label: 'Images clés', description: 'Deux à cinq images, dans l’ordre de la vidéo.' },
        'imageUrls.*': { label: 'Image clé', description: 'Une image fixe de la vidéo.' },
      },
    },
    IMAGE_TO_VIDEO: {
      title: 'Image vers vidéo',
      description: 'Une image s’anime comme le dit le prompt.',
      fields: { imageUrl: { label: 'Image', description: 'La première image de la vidéo.' } },
    },
    TEXT_TO_VIDEO: { title: 'Texte vers vidéo', description: 'Une vidéo à partir de mots seulement.' },
    PIKASCENES: {
      title: 'Pikascenes',
      description: 'Réunir dans une scène les personnes, objets et lieux de plusieurs images.',
      fields: {
        imageUrls: { label: 'Ingrédients', description: 'Les images qui composent la scène.' },
        'imageUrls.*': { label: 'Ingrédient', description: 'Une personne, un objet ou un lieu de la scène.' },
      },
    },
    PIKASWAPS: {
      title: 'Pikaswaps',
      description: 'Remplacer un élément d’une vidéo par ce que montre une image ou dit un prompt.',
      fields: {
        videoUrl: { label: 'Vidéo', description: 'La vidéo à modifier.' },
        imageUrl: { label: 'Remplacement', description: 'Ce qui est mis à la place.' },
      },
      issues: {
        'prompt REQUIRED':
          'est nécessaire sans image de remplacement : dites quoi mettre à la place, ou ajoutez une image',
      },
    },
    PIKADDITIONS: {
      title: 'Pikadditions',
      description: 'Ajouter à une vidéo quelqu’un ou quelque chose d’une image.',
      fields: {
        videoUrl: { label: 'Vidéo', description: 'La vidéo à laquelle ajouter.' },
        imageUrl: { label: 'Ajout', description: 'Qui ou quoi ajouter.' },
      },
    },
    PIKAFFECTS: {
      title: 'Pikaffects',
      description: 'Fondre, écraser, gonfler ou faire exploser ce que montre une image : seize effets.',
      fields: { imageUrl: { label: 'Image', description: 'Qui ou quoi subit l’effet.' } },
    },
    COLLECTION_TO_VIDEO: {
      title: 'Collection vers vidéo',
      description: 'Une collection d’images devient une vidéo (l’ancienne forme de Pikascenes).',
    },
  },
  fields: {
    transitions: {
      label: 'Transitions',
      description: 'Une entre deux images clés. Sans indication : 5 secondes chacune, avec le prompt commun.',
    },
    'transitions.*': { label: 'Transition', description: '' },
    'transitions.*.duration': { label: 'Durée', description: 'Secondes de cette image clé à la suivante.' },
    'transitions.*.prompt': { label: 'Prompt', description: 'Ce qui doit se passer, en mots.' },
    images: { label: 'Images', description: 'Les images de la collection.' },
    'images.*': { label: 'Image', description: '' },
    'images.*.imageUrl': { label: 'Image', description: 'Une image de la collection.' },
    prompt: { label: 'Prompt', description: 'Ce qui doit se passer, en mots.' },
    negativePrompt: { label: 'Prompt négatif', description: 'Ce qu’il faut éviter, en mots.' },
    seed: {
      label: 'Graine',
      description: 'La même graine avec la même saisie donne une vidéo semblable. Au hasard si elle manque.',
    },
    resolution: { label: 'Résolution', description: 'Le petit côté de la vidéo, en pixels.' },
    aspectRatio: { label: 'Format', description: 'Rapport largeur sur hauteur de la vidéo.' },
    duration: { label: 'Durée', description: 'Durée de la vidéo.' },
    ingredientsMode: {
      label: 'Mode des ingrédients',
      description: 'Fidèle garde les ingrédients tels quels ; créatif prend des libertés.',
    },
    modifyRegion: {
      label: 'Élément à remplacer',
      description: 'L’élément de la vidéo qui est remplacé, en mots.',
    },
    pikaffect: { label: 'Effet', description: 'Ce qui se passe.' },
  },
  choices: { precise: 'fidèle', creative: 'créatif' },
  effects: {
    CAKE_IFY: { title: 'En gâteau', description: 'Un couteau tombe : c’était un gâteau.' },
    CRUMBLE: { title: 'Émietter', description: 'Tout se brise en miettes qui tombent.' },
    CRUSH: { title: 'Écraser', description: 'Une presse descend et l’aplatit.' },
    DECAPITATE: { title: 'Décapiter', description: 'La tête se détache et s’envole.' },
    DEFLATE: { title: 'Dégonfler', description: 'L’air sort et tout s’affaisse.' },
    DISSOLVE: { title: 'Dissoudre', description: 'Tout devient fine poussière au vent.' },
    EXPLODE: { title: 'Exploser', description: 'Tout éclate dans toutes les directions.' },
    EYE_POP: { title: 'Yeux exorbités', description: 'Les yeux en jaillissent.' },
    INFLATE: { title: 'Gonfler', description: 'Il se remplit d’air comme un ballon.' },
    LEVITATE: { title: 'Léviter', description: 'Il quitte le sol et flotte.' },
    MELT: { title: 'Fondre', description: 'Il coule comme de la cire.' },
    PEEL: { title: 'Décoller', description: 'La surface se décolle comme un autocollant.' },
    POKE: { title: 'Pousser du doigt', description: 'Un doigt le pousse et il tremblote.' },
    SQUISH: { title: 'Malaxer', description: 'Des mains le pressent comme de l’argile molle.' },
    TA_DA: { title: 'Ta-da !', description: 'Un rideau tombe dessus, puis se relève.' },
    TEAR: { title: 'Déchirer', description: 'Il se déchire en deux comme du papier.' },
  },
  issues: {
    REQUIRED: () => 'à renseigner',
    WRONG_TYPE: () => 'valeur d’un mauvais type',
    NOT_AN_INTEGER: () => 'doit être un nombre entier',
    TOO_SMALL: ({ minimum }) =>
      minimum === undefined ? 'valeur trop petite' : `au moins ${number(minimum)}`,
    TOO_BIG: ({ maximum }) => (maximum === undefined ? 'valeur trop grande' : `${number(maximum)} au plus`),
    TOO_FEW: ({ minimum }) =>
      minimum === undefined ? 'trop peu nombreux' : `il en faut au moins ${number(minimum)}`,
    TOO_MANY: ({ maximum }) => (maximum === undefined ? 'trop nombreux' : `${number(maximum)} au plus`),
    TOO_SHORT: ({ minimum }) =>
      minimum === undefined ? 'texte trop court' : `au moins ${number(minimum)} caractères`,
    TOO_LONG: ({ maximum }) =>
      maximum === undefined ? 'texte trop long' : `${number(maximum)} caractères au plus`,
    NOT_ALLOWED: ({ allowed }) =>
      allowed === undefined ? 'valeur impossible ici' : `valeurs possibles : ${list(allowed)}`,
    NOT_A_MEDIA_URL: ({ media }) =>
      media === 'video'
        ? 'il faut l’adresse http(s) d’une vidéo, une URI de données base64 ou une vidéo envoyée'
        : 'il faut l’adresse http(s) d’une image, une URI de données base64 ou une image envoyée',
    WRONG_COUNT: () => 'il en faut une entre deux images clés',
    OVER_BUDGET: ({ maximum }) =>
      maximum === undefined
        ? 'trop longues au total : raccourcissez-les'
        : `${number(maximum)} s au plus au total : raccourcissez-les`,
    UNKNOWN_FIELD: () => 'contient un champ inconnu',
    NOT_FOUND: () => 'introuvable',
    GONE: () => 'fal ne propose plus cette fonction',
    UNAVAILABLE: () => 'ne peut pas être vérifié maintenant : réessayez',
    WRONG_MEDIA: () => 'ce type de fichier ne peut pas être utilisé ici',
  },
  uploads: {
    TOO_SMALL: 'Le fichier est vide.',
    TOO_BIG: 'Le fichier dépasse ce que ce serveur accepte.',
    WRONG_MEDIA: 'Ce serveur n’accepte pas ce type de fichier.',
  },
  failures: {
    SUBMISSION_REFUSED: {
      message: 'fal n’a pas accepté la demande.',
      action: 'Lisez les détails, modifiez ce qu’ils nomment et générez à nouveau.',
    },
    SUBMISSION_UNREACHABLE: {
      message: 'fal était injoignable, rien n’a donc été envoyé.',
      action: 'Réessayez quand la connexion sera rétablie.',
    },
    SUBMISSION_LOST: {
      message: 'La réponse à la demande s’est perdue, et fal n’a pas cette demande.',
      action: 'Réessayez : il est prouvé que rien n’est arrivé.',
    },
    NOT_AUTHORIZED: {
      message: 'fal a refusé la clé de ce serveur.',
      action: 'Vérifiez FAL_KEY sur le serveur.',
    },
    OUT_OF_CREDIT: {
      message: 'Le compte fal est bloqué ou n’a plus de crédit.',
      action: 'Rechargez le compte fal, puis réessayez.',
    },
    RATE_LIMITED: {
      message: 'fal n’accepte plus de demandes pour le moment.',
      action: 'Réessayez dans quelques minutes.',
    },
    INPUT_REJECTED: {
      message: 'Le modèle a refusé la saisie.',
      action: 'Modifiez les champs nommés et générez à nouveau.',
    },
    MEDIA_UNREADABLE: {
      message: 'Une image ou une vidéo n’a pas pu être récupérée ou lue.',
      action: 'Renvoyez le fichier, ou donnez une adresse que tout le monde peut ouvrir.',
    },
    CONTENT_REFUSED: {
      message: 'Le contenu a été refusé par les règles du modèle.',
      action: 'Changez le prompt ou les médias et générez à nouveau.',
    },
    START_TIMEOUT: {
      message: 'Aucune machine ne s’est libérée dans le délai de démarrage.',
      action: 'Réessayez avec un délai plus long, ou sans délai.',
    },
    GENERATION_TIMEOUT: {
      message: 'Le modèle a mis trop de temps et a été arrêté.',
      action: 'Réessayez, ou demandez moins : une vidéo plus courte, une résolution plus basse.',
    },
    PROVIDER_FAILED: {
      message: 'Le modèle ou sa machine a échoué.',
      action: 'Réessayez : fal ne facture pas ses propres échecs.',
    },
    REQUEST_NOT_FOUND: {
      message: 'fal ne connaît plus cette demande.',
      action:
        'Recherchez à nouveau, et vérifiez dans le tableau de bord de fal avant de réessayer : elle a peut-être été payée.',
    },
    RESULT_EXPIRED: {
      message: 'fal ne conserve plus le résultat de cette demande.',
      action: 'Recherchez à nouveau, ou réessayez : cela génère et facture une nouvelle vidéo.',
    },
    RESULT_UNREADABLE: {
      message: 'La réponse de fal ne contient aucune vidéo.',
      action: 'Recherchez à nouveau, ou consultez le tableau de bord de fal ; l’ID figure sur la génération.',
    },
  },
  refusals: {
    INVALID_INPUT: 'Certains champs sont à revoir.',
    IDEMPOTENCY_CONFLICT:
      'Cette demande a déjà été envoyée avec une autre saisie. Commencez-en une nouvelle.',
    LIMIT_EXCEEDED:
      'Le nombre maximal de générations en cours est atteint. Attendez-en une, ou annulez-en une.',
    NOT_FOUND: 'Cet élément n’existe pas.',
    GENERATION_ACTIVE: 'La génération est en cours : annulez-la d’abord.',
    STORAGE_UNAVAILABLE: 'Le stockage ne répond pas. Rien n’a été envoyé ; réessayez.',
    UNAUTHENTICATED: 'Connectez-vous d’abord.',
  },
})
