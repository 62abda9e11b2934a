import type { CompleteCatalogWords } from '../CatalogWords.ts'
import type { Formats } from '../formats.ts'

export const catalog = ({ list, number }: Formats): CompleteCatalogWords => ({
  operations: {
    PIKAFRAMES: {
      title: 'Pikaframes',
      description: 'De dos a cinco fotogramas clave forman un vídeo, con una transición entre cada dos.',
      fields: {
        imageUrls: {
          label: 'Fotogramas clave',
          description: 'De dos a cinco imágenes, en el orden del vídeo.',
        },
        'imageUrls.*': { label: 'Fotograma clave', description: 'Una imagen fija del vídeo.' },
      },
    },
    IMAGE_TO_VIDEO: {
      title: 'Imagen a vídeo',
      description: 'Una imagen cobra vida como dice el prompt.',
      fields: { imageUrl: { label: 'Imagen', description: 'El primer fotograma del vídeo.' } },
    },
    TEXT_TO_VIDEO: { title: 'Texto a vídeo', description: 'Un vídeo solo a partir de palabras.' },
    PIKASCENES: {
      title: 'Pikascenes',
      description: 'Reúne en una escena personas, cosas y lugares de varias imágenes.',
      fields: {
        imageUrls: { label: 'Ingredientes', description: 'Las imágenes que forman la escena.' },
        'imageUrls.*': { label: 'Ingrediente', description: 'Una persona, cosa o lugar de la escena.' },
      },
    },
    PIKASWAPS: {
      title: 'Pikaswaps',
      description: 'Cambia algo de un vídeo por lo que muestra una imagen o dice un prompt.',
      fields: {
        videoUrl: { label: 'Vídeo', description: 'El vídeo que se cambia.' },
        imageUrl: { label: 'Sustituto', description: 'Lo que se pone en su lugar.' },
      },
      issues: {
        'prompt REQUIRED': 'hace falta si no hay imagen sustituta: di qué poner, o añade una imagen',
      },
    },
    PIKADDITIONS: {
      title: 'Pikadditions',
      description: 'Añade a un vídeo a alguien o algo de una imagen.',
      fields: {
        videoUrl: { label: 'Vídeo', description: 'El vídeo al que se añade.' },
        imageUrl: { label: 'Añadido', description: 'Quién o qué se añade.' },
      },
    },
    PIKAFFECTS: {
      title: 'Pikaffects',
      description: 'Derrite, aplasta, infla o haz estallar lo que muestra una imagen: dieciséis efectos.',
      fields: { imageUrl: { label: 'Imagen', description: 'A quién o a qué le ocurre el efecto.' } },
    },
    COLLECTION_TO_VIDEO: {
      title: 'Colección a vídeo',
      description: 'Una colección de imágenes se convierte en vídeo (la forma antigua de Pikascenes).',
    },
  },
  fields: {
    transitions: {
      label: 'Transiciones',
      description:
        'Una entre cada dos fotogramas clave. Si faltan: 5 segundos cada una, con el prompt general.',
    },
    'transitions.*': { label: 'Transición', description: '' },
    'transitions.*.duration': {
      label: 'Duración',
      description: 'Segundos de este fotograma clave al siguiente.',
    },
    'transitions.*.prompt': { label: 'Prompt', description: 'Qué debe ocurrir, en palabras.' },
    images: { label: 'Imágenes', description: 'Las imágenes de la colección.' },
    'images.*': { label: 'Imagen', description: '' },
    'images.*.imageUrl': { label: 'Imagen', description: 'Una imagen de la colección.' },
    prompt: { label: 'Prompt', description: 'Qué debe ocurrir, en palabras.' },
    negativePrompt: { label: 'Prompt negativo', description: 'Qué debe evitarse, en palabras.' },
    seed: {
      label: 'Semilla',
      description: 'La misma semilla con los mismos datos da un vídeo parecido. Al azar si se deja vacía.',
    },
    resolution: { label: 'Resolución', description: 'El lado corto del vídeo, en píxeles.' },
    aspectRatio: { label: 'Proporción', description: 'Ancho y alto del vídeo.' },
    duration: { label: 'Duración', description: 'Lo que dura el vídeo.' },
    ingredientsMode: {
      label: 'Modo de ingredientes',
      description: 'Fiel deja los ingredientes como son; creativo se toma libertades.',
    },
    modifyRegion: { label: 'Qué se sustituye', description: 'Lo que se sustituye en el vídeo, en palabras.' },
    pikaffect: { label: 'Efecto', description: 'Qué ocurre.' },
  },
  choices: { precise: 'fiel', creative: 'creativo' },
  effects: {
    CAKE_IFY: { title: 'Pastel', description: 'Baja un cuchillo y resulta que era un pastel.' },
    CRUMBLE: { title: 'Desmigar', description: 'Se deshace en migas que caen.' },
    CRUSH: { title: 'Aplastar', description: 'Una prensa baja y lo aplasta.' },
    DECAPITATE: { title: 'Decapitar', description: 'La cabeza se suelta y se va flotando.' },
    DEFLATE: { title: 'Desinflar', description: 'Se le va el aire y se hunde.' },
    DISSOLVE: { title: 'Disolver', description: 'Se vuelve polvo fino en el viento.' },
    EXPLODE: { title: 'Explotar', description: 'Estalla en todas direcciones.' },
    EYE_POP: { title: 'Ojos saltones', description: 'Los ojos se le salen.' },
    INFLATE: { title: 'Inflar', description: 'Se llena de aire como un globo.' },
    LEVITATE: { title: 'Levitar', description: 'Se eleva del suelo y flota.' },
    MELT: { title: 'Derretir', description: 'Se escurre como la cera.' },
    PEEL: { title: 'Despegar', description: 'La superficie se despega como una pegatina.' },
    POKE: { title: 'Toque', description: 'Un dedo lo toca y se tambalea.' },
    SQUISH: { title: 'Estrujar', description: 'Unas manos lo aprietan como arcilla blanda.' },
    TA_DA: { title: '¡Tachán!', description: 'Cae un telón encima y vuelve a subir.' },
    TEAR: { title: 'Rasgar', description: 'Se rasga en dos como el papel.' },
  },
  issues: {
    REQUIRED: () => 'hace falta',
    WRONG_TYPE: () => 'tiene un tipo de valor incorrecto',
    NOT_AN_INTEGER: () => 'debe ser un número entero',
    TOO_SMALL: ({ minimum }) =>
      minimum === undefined ? 'es demasiado pequeño' : `debe ser como mínimo ${number(minimum)}`,
    TOO_BIG: ({ maximum }) =>
      maximum === undefined ? 'es demasiado grande' : `debe ser como máximo ${number(maximum)}`,
    TOO_FEW: ({ minimum }) =>
      minimum === undefined ? 'hay muy pocos' : `hacen falta al menos ${number(minimum)}`,
    TOO_MANY: ({ maximum }) => (maximum === undefined ? 'hay demasiados' : `${number(maximum)} como máximo`),
    TOO_SHORT: ({ minimum }) =>
      minimum === undefined ? 'es demasiado corto' : `debe tener al menos ${number(minimum)} caracteres`,
    TOO_LONG: ({ maximum }) =>
      maximum === undefined ? 'es demasiado largo' : `debe tener como máximo ${number(maximum)} caracteres`,
    NOT_ALLOWED: ({ allowed }) =>
      allowed === undefined ? 'no es posible aquí' : `valores posibles: ${list(allowed)}`,
    NOT_A_MEDIA_URL: ({ media }) =>
      media === 'video'
        ? 'debe ser la dirección http(s) de un vídeo, un URI de datos base64 o un vídeo subido'
        : 'debe ser la dirección http(s) de una imagen, un URI de datos base64 o una imagen subida',
    WRONG_COUNT: () => 'hace falta una entre cada dos fotogramas clave',
    OVER_BUDGET: ({ maximum }) =>
      maximum === undefined
        ? 'duran demasiado en total: acórtalas'
        : `pueden durar ${number(maximum)} s en total como máximo: acórtalas`,
    UNKNOWN_FIELD: () => 'contiene un campo desconocido',
    NOT_FOUND: () => 'no existe',
    GONE: () => 'fal ya no ofrece esta función',
    UNAVAILABLE: () => 'no se puede consultar ahora: inténtalo de nuevo',
    WRONG_MEDIA: () => 'no es un tipo de archivo que se pueda usar aquí',
  },
  uploads: {
    TOO_SMALL: 'El archivo está vacío.',
    TOO_BIG: 'El archivo es mayor de lo que acepta este servidor.',
    WRONG_MEDIA: 'Este servidor no acepta archivos de este tipo.',
  },
  failures: {
    SUBMISSION_REFUSED: {
      message: 'fal no aceptó la solicitud.',
      action: 'Lee los detalles, cambia lo que nombran y genera de nuevo.',
    },
    SUBMISSION_UNREACHABLE: {
      message: 'No se pudo contactar con fal, así que no se envió nada.',
      action: 'Inténtalo de nuevo cuando vuelva la conexión.',
    },
    SUBMISSION_LOST: {
      message: 'Se perdió la respuesta a la solicitud, y fal no la tiene.',
      action: 'Inténtalo de nuevo: está comprobado que no llegó nada.',
    },
    NOT_AUTHORIZED: {
      message: 'fal rechazó la clave de este servidor.',
      action: 'Revisa FAL_KEY en el servidor.',
    },
    OUT_OF_CREDIT: {
      message: 'La cuenta de fal está bloqueada o sin saldo.',
      action: 'Recarga la cuenta de fal e inténtalo de nuevo.',
    },
    RATE_LIMITED: {
      message: 'Por ahora fal no acepta más solicitudes.',
      action: 'Inténtalo de nuevo en unos minutos.',
    },
    INPUT_REJECTED: {
      message: 'El modelo rechazó los datos.',
      action: 'Cambia los campos que se nombran y genera de nuevo.',
    },
    MEDIA_UNREADABLE: {
      message: 'No se pudo obtener o leer una imagen o un vídeo.',
      action: 'Vuelve a subir el archivo, o usa una dirección que cualquiera pueda abrir.',
    },
    CONTENT_REFUSED: {
      message: 'Las normas del modelo no permiten este contenido.',
      action: 'Cambia el prompt o los archivos y genera de nuevo.',
    },
    START_TIMEOUT: {
      message: 'Ningún equipo quedó libre en el plazo de inicio.',
      action: 'Inténtalo de nuevo con un plazo mayor o sin plazo.',
    },
    GENERATION_TIMEOUT: {
      message: 'El modelo tardó demasiado y se detuvo.',
      action: 'Inténtalo de nuevo o pide menos: un vídeo más corto o una resolución menor.',
    },
    PROVIDER_FAILED: {
      message: 'Falló el modelo o su equipo.',
      action: 'Inténtalo de nuevo: fal no cobra sus propios fallos.',
    },
    REQUEST_NOT_FOUND: {
      message: 'fal ya no conoce esta solicitud.',
      action: 'Busca de nuevo, y consulta el panel de fal antes de reintentar: puede que se haya pagado.',
    },
    RESULT_EXPIRED: {
      message: 'fal ya no guarda el resultado de esta solicitud.',
      action: 'Busca de nuevo, o reintenta: eso genera y cobra un vídeo nuevo.',
    },
    RESULT_UNREADABLE: {
      message: 'La respuesta de fal no contiene ningún vídeo.',
      action: 'Busca de nuevo, o consulta la solicitud en el panel de fal; su ID está en la generación.',
    },
  },
  refusals: {
    INVALID_INPUT: 'Revisa algunos campos.',
    IDEMPOTENCY_CONFLICT: 'Esta solicitud ya se envió con otros datos. Empieza una nueva.',
    LIMIT_EXCEEDED:
      'Ya hay en curso tantas generaciones como se permiten. Espera a que acabe una, o cancélala.',
    NOT_FOUND: 'Eso no existe.',
    GENERATION_ACTIVE: 'La generación sigue en curso: cancélala antes.',
    STORAGE_UNAVAILABLE: 'El almacenamiento no responde. No se ha subido nada; inténtalo de nuevo.',
    UNAUTHENTICATED: 'Inicia sesión primero.',
  },
})
