import type { CompleteCatalogWords } from '../CatalogWords.ts'
import type { Formats } from '../formats.ts'

export const catalog = ({ list, number }: Formats): CompleteCatalogWords => ({
  operations: {
    PIKAFRAMES: {
      title: 'Pikaframes',
      description: 'Aus zwei bis fünf Keyframes wird ein Video, mit einem Übergang zwischen je zweien.',
      fields: {
        imageUrls: {
          label: 'Keyframes',
          description: 'Zwei bis fünf Bilder, in der Reihenfolge des Videos.',
        },
        'imageUrls.*': { label: 'Keyframe', description: 'Ein Standbild des Videos.' },
      },
    },
    IMAGE_TO_VIDEO: {
      title: 'Bild zu Video',
      description: 'Ein Bild wird lebendig, wie es der Prompt sagt.',
      fields: { imageUrl: { label: 'Bild', description: 'Das erste Bild des Videos.' } },
    },
    TEXT_TO_VIDEO: { title: 'Text zu Video', description: 'Ein Video allein aus Worten.' },
    PIKASCENES: {
      title: 'Pikascenes',
      description: 'Personen, Dinge und Orte aus mehreren Bildern in einer Szene.',
      fields: {
        imageUrls: { label: 'Zutaten', description: 'Die Bilder, aus denen die Szene entsteht.' },
        'imageUrls.*': { label: 'Zutat', description: 'Eine Person, ein Ding oder ein Ort der Szene.' },
      },
    },
    PIKASWAPS: {
      title: 'Pikaswaps',
      description: 'Etwas in einem Video durch das ersetzen, was ein Bild zeigt oder ein Prompt sagt.',
      fields: {
        videoUrl: { label: 'Video', description: 'Das Video, das geändert wird.' },
        imageUrl: { label: 'Ersatz', description: 'Was eingesetzt wird.' },
      },
      issues: {
        'prompt REQUIRED':
          'fehlt, da es kein Ersatzbild gibt: beschreiben, was eingesetzt wird, oder ein Bild hinzufügen',
      },
    },
    PIKADDITIONS: {
      title: 'Pikadditions',
      description: 'Jemanden oder etwas aus einem Bild in ein Video einfügen.',
      fields: {
        videoUrl: { label: 'Video', description: 'Das Video, in das eingefügt wird.' },
        imageUrl: { label: 'Zusatz', description: 'Wer oder was eingefügt wird.' },
      },
    },
    PIKAFFECTS: {
      title: 'Pikaffects',
      description: 'Schmelzen, zerquetschen, aufblasen oder sprengen, was ein Bild zeigt: sechzehn Effekte.',
      fields: { imageUrl: { label: 'Bild', description: 'Wem oder was der Effekt geschieht.' } },
    },
    COLLECTION_TO_VIDEO: {
      title: 'Sammlung zu Video',
      description: 'Aus einer Sammlung von Bildern wird ein Video (die ältere Form von Pikascenes).',
    },
  },
  fields: {
    transitions: {
      label: 'Übergänge',
      description: 'Je einer zwischen zwei Keyframes. Ohne Angabe: je 5 Sekunden, mit dem Prompt für alle.',
    },
    'transitions.*': { label: 'Übergang', description: '' },
    'transitions.*.duration': { label: 'Dauer', description: 'Sekunden von diesem Keyframe zum nächsten.' },
    'transitions.*.prompt': { label: 'Prompt', description: 'Was geschehen soll, in Worten.' },
    images: { label: 'Bilder', description: 'Die Bilder der Sammlung.' },
    'images.*': { label: 'Bild', description: '' },
    'images.*.imageUrl': { label: 'Bild', description: 'Ein Bild der Sammlung.' },
    prompt: { label: 'Prompt', description: 'Was geschehen soll, in Worten.' },
    negativePrompt: { label: 'Negativ-Prompt', description: 'Was vermieden werden soll, in Worten.' },
    seed: {
      label: 'Seed',
      description: 'Derselbe Seed mit derselben Eingabe ergibt ein ähnliches Video. Ohne Angabe zufällig.',
    },
    resolution: { label: 'Auflösung', description: 'Die kurze Seite des Videos, in Pixeln.' },
    aspectRatio: { label: 'Seitenverhältnis', description: 'Breite zu Höhe des Videos.' },
    duration: { label: 'Dauer', description: 'Länge des Videos.' },
    ingredientsMode: {
      label: 'Umgang mit Zutaten',
      description: 'Genau lässt die Zutaten, wie sie sind; kreativ nimmt sich Freiheiten.',
    },
    modifyRegion: {
      label: 'Was ersetzt wird',
      description: 'Das Ding im Video, das ersetzt wird, in Worten.',
    },
    pikaffect: { label: 'Effekt', description: 'Was geschieht.' },
  },
  choices: { precise: 'genau', creative: 'kreativ' },
  effects: {
    CAKE_IFY: { title: 'Kuchen', description: 'Ein Messer kommt herab, und alles war Kuchen.' },
    CRUMBLE: { title: 'Zerbröseln', description: 'Es zerfällt in Krümel, die herabrieseln.' },
    CRUSH: { title: 'Zerquetschen', description: 'Eine Presse kommt herab und drückt es platt.' },
    DECAPITATE: { title: 'Kopflos', description: 'Der Kopf löst sich und schwebt davon.' },
    DEFLATE: { title: 'Luft ablassen', description: 'Die Luft geht raus, und es sackt zusammen.' },
    DISSOLVE: { title: 'Zerstäuben', description: 'Es wird zu feinem Staub im Wind.' },
    EXPLODE: { title: 'Explodieren', description: 'Es zerspringt in alle Richtungen.' },
    EYE_POP: { title: 'Stielaugen', description: 'Die Augen springen heraus.' },
    INFLATE: { title: 'Aufblasen', description: 'Es füllt sich mit Luft wie ein Ballon.' },
    LEVITATE: { title: 'Schweben', description: 'Es hebt vom Boden ab und schwebt.' },
    MELT: { title: 'Schmelzen', description: 'Es zerläuft wie Wachs.' },
    PEEL: { title: 'Abziehen', description: 'Die Oberfläche löst sich wie ein Aufkleber.' },
    POKE: { title: 'Anstupsen', description: 'Ein Finger stupst es an, und es wackelt.' },
    SQUISH: { title: 'Kneten', description: 'Hände drücken es wie weichen Ton.' },
    TA_DA: { title: 'Tadaa', description: 'Ein Vorhang fällt darüber und hebt sich wieder.' },
    TEAR: { title: 'Zerreißen', description: 'Es reißt entzwei wie Papier.' },
  },
  issues: {
    REQUIRED: () => 'fehlt',
    WRONG_TYPE: () => 'hat die falsche Art von Wert',
    NOT_AN_INTEGER: () => 'muss eine ganze Zahl sein',
    TOO_SMALL: ({ minimum }) =>
      minimum === undefined ? 'ist zu klein' : `muss mindestens ${number(minimum)} sein`,
    TOO_BIG: ({ maximum }) =>
      maximum === undefined ? 'ist zu groß' : `darf höchstens ${number(maximum)} sein`,
    TOO_FEW: ({ minimum }) =>
      minimum === undefined ? 'sind zu wenige' : `mindestens ${number(minimum)} nötig`,
    TOO_MANY: ({ maximum }) =>
      maximum === undefined ? 'sind zu viele' : `höchstens ${number(maximum)} möglich`,
    TOO_SHORT: ({ minimum }) =>
      minimum === undefined ? 'ist zu kurz' : `muss mindestens ${number(minimum)} Zeichen haben`,
    TOO_LONG: ({ maximum }) =>
      maximum === undefined ? 'ist zu lang' : `darf höchstens ${number(maximum)} Zeichen haben`,
    NOT_ALLOWED: ({ allowed }) =>
      allowed === undefined ? 'ist hier nicht möglich' : `möglich sind: ${list(allowed)}`,
    NOT_A_MEDIA_URL: ({ media }) =>
      media === 'video'
        ? 'muss die http(s)-Adresse eines Videos, eine base64-Daten-URI oder ein hochgeladenes Video sein'
        : 'muss die http(s)-Adresse eines Bildes, eine base64-Daten-URI oder ein hochgeladenes Bild sein',
    WRONG_COUNT: () => 'je einer zwischen zwei Keyframes nötig',
    OVER_BUDGET: ({ maximum }) =>
      maximum === undefined
        ? 'dauern zusammen zu lange: kürzen'
        : `dürfen zusammen höchstens ${number(maximum)} s dauern: kürzen`,
    UNKNOWN_FIELD: () => 'enthält ein unbekanntes Feld',
    NOT_FOUND: () => 'gibt es nicht',
    GONE: () => 'Diese Funktion bietet fal nicht mehr an',
    UNAVAILABLE: () => 'lässt sich gerade nicht nachschlagen: erneut versuchen',
    WRONG_MEDIA: () => 'ist keine Art von Datei, die hier verwendet werden kann',
  },
  uploads: {
    TOO_SMALL: 'Die Datei ist leer.',
    TOO_BIG: 'Die Datei ist größer, als dieser Server annimmt.',
    WRONG_MEDIA: 'Diese Art von Datei nimmt der Server nicht an.',
  },
  failures: {
    SUBMISSION_REFUSED: {
      message: 'fal hat den Auftrag nicht angenommen.',
      action: 'Lesen Sie die Einzelheiten, ändern Sie, was sie nennen, und generieren Sie erneut.',
    },
    SUBMISSION_UNREACHABLE: {
      message: 'fal war nicht zu erreichen, es wurde also nichts gesendet.',
      action: 'Versuchen Sie es erneut, wenn die Verbindung wieder steht.',
    },
    SUBMISSION_LOST: {
      message: 'Die Antwort auf den Auftrag ging verloren, und fal hat keinen solchen Auftrag.',
      action: 'Versuchen Sie es erneut: Es ist sicher, dass nichts angekommen ist.',
    },
    NOT_AUTHORIZED: {
      message: 'fal hat den Schlüssel dieses Servers abgelehnt.',
      action: 'Prüfen Sie FAL_KEY auf dem Server.',
    },
    OUT_OF_CREDIT: {
      message: 'Das fal-Konto ist gesperrt oder hat kein Guthaben.',
      action: 'Laden Sie das fal-Konto auf und versuchen Sie es dann erneut.',
    },
    RATE_LIMITED: {
      message: 'fal nimmt im Moment keine weiteren Aufträge an.',
      action: 'Versuchen Sie es in ein paar Minuten erneut.',
    },
    INPUT_REJECTED: {
      message: 'Das Modell hat die Eingabe abgelehnt.',
      action: 'Ändern Sie die genannten Felder und generieren Sie erneut.',
    },
    MEDIA_UNREADABLE: {
      message: 'Ein Bild oder Video ließ sich nicht abrufen oder lesen.',
      action: 'Laden Sie die Datei erneut hoch oder nehmen Sie eine Adresse, die jeder öffnen kann.',
    },
    CONTENT_REFUSED: {
      message: 'Die Richtlinien des Modells lassen diesen Inhalt nicht zu.',
      action: 'Ändern Sie den Prompt oder die Medien und generieren Sie erneut.',
    },
    START_TIMEOUT: {
      message: 'In der gesetzten Startfrist wurde kein Rechner frei.',
      action: 'Versuchen Sie es erneut, mit längerer Startfrist oder ohne.',
    },
    GENERATION_TIMEOUT: {
      message: 'Das Modell brauchte zu lange und wurde gestoppt.',
      action:
        'Versuchen Sie es erneut oder verlangen Sie weniger: ein kürzeres Video, eine geringere Auflösung.',
    },
    PROVIDER_FAILED: {
      message: 'Beim Modell ist ein Fehler aufgetreten.',
      action: 'Versuchen Sie es erneut: Eigene Fehler stellt fal nicht in Rechnung.',
    },
    REQUEST_NOT_FOUND: {
      message: 'fal kennt diesen Auftrag nicht mehr.',
      action:
        'Sehen Sie erneut nach, und prüfen Sie vor einem neuen Versuch das fal-Dashboard: Vielleicht wurde er bezahlt.',
    },
    RESULT_EXPIRED: {
      message: 'fal bewahrt das Ergebnis dieses Auftrags nicht mehr auf.',
      action: 'Sehen Sie erneut nach, oder generieren Sie neu: Das wird neu bezahlt.',
    },
    RESULT_UNREADABLE: {
      message: 'Die Antwort von fal nennt kein Video.',
      action:
        'Sehen Sie erneut nach, oder suchen Sie den Auftrag im fal-Dashboard; seine ID steht bei der Generierung.',
    },
  },
  refusals: {
    INVALID_INPUT: 'Einige Felder stimmen noch nicht.',
    IDEMPOTENCY_CONFLICT:
      'Dieser Auftrag wurde schon mit einer anderen Eingabe gesendet. Beginnen Sie einen neuen.',
    LIMIT_EXCEEDED:
      'Es laufen schon so viele Generierungen, wie erlaubt sind. Warten Sie auf eine oder brechen Sie eine ab.',
    NOT_FOUND: 'Das gibt es nicht.',
    GENERATION_ACTIVE: 'Die Generierung läuft noch: zuerst abbrechen.',
    STORAGE_UNAVAILABLE:
      'Der Speicher antwortet nicht. Es wurde nichts hochgeladen; versuchen Sie es noch einmal.',
    UNAUTHENTICATED: 'Melden Sie sich zuerst an.',
  },
})
