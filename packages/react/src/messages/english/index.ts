import type { WordsOf } from '../defineSection.ts'
import { formatsFor } from '../formats.ts'
import { adoptWords } from './adopt.ts'
import { catalogWords } from './catalog.ts'
import { commonWords } from './common.ts'
import { costWords } from './cost.ts'
import { effectsWords } from './effects.ts'
import { formWords } from './form.ts'
import { listWords } from './list.ts'
import { logsWords } from './logs.ts'
import { mediaWords } from './media.ts'
import { playerWords } from './player.ts'
import { promptWords } from './prompt.ts'
import { resultWords } from './result.ts'
import { seedWords } from './seed.ts'
import { serverWords } from './server.ts'
import { timelineWords } from './timeline.ts'
import { videoWords } from './video.ts'

/** Every text of the kit. A language is an object of this shape, so that the type checker names what is missing. */
export interface Messages {
  timeline: WordsOf<typeof timelineWords>
  media: WordsOf<typeof mediaWords>
  result: WordsOf<typeof resultWords>
  logs: WordsOf<typeof logsWords>
  video: WordsOf<typeof videoWords>
  list: WordsOf<typeof listWords>
  adopt: WordsOf<typeof adoptWords>
  effects: WordsOf<typeof effectsWords>
  form: WordsOf<typeof formWords>
  cost: WordsOf<typeof costWords>
  prompt: WordsOf<typeof promptWords>
  seed: WordsOf<typeof seedWords>
  player: WordsOf<typeof playerWords>
  server: WordsOf<typeof serverWords>
  common: WordsOf<typeof commonWords>
  catalog: WordsOf<typeof catalogWords>
}

/** English with numbers as they are written in `en-GB`, `en-IN`, … */
export function englishFor(locale: string): Messages {
  const formats = formatsFor(locale)
  return {
    timeline: timelineWords.create(formats),
    media: mediaWords.create(formats),
    result: resultWords.create(formats),
    logs: logsWords.create(formats),
    video: videoWords.create(formats),
    list: listWords.create(formats),
    adopt: adoptWords.create(formats),
    effects: effectsWords.create(formats),
    form: formWords.create(formats),
    cost: costWords.create(formats),
    prompt: promptWords.create(formats),
    seed: seedWords.create(formats),
    player: playerWords.create(formats),
    server: serverWords.create(formats),
    common: commonWords.create(formats),
    catalog: catalogWords.create(formats),
  }
}

/** All texts in English, as they are without a provider. */
export const english: Messages = englishFor('en')
