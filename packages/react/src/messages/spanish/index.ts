import type { Messages } from '../english/index.ts'
import { formatsFor } from '../formats.ts'
import { adopt } from './adopt.ts'
import { catalog } from './catalog.ts'
import { common } from './common.ts'
import { cost } from './cost.ts'
import { effects } from './effects.ts'
import { form } from './form.ts'
import { list } from './list.ts'
import { logs } from './logs.ts'
import { media } from './media.ts'
import { player } from './player.ts'
import { prompt } from './prompt.ts'
import { result } from './result.ts'
import { seed } from './seed.ts'
import { server } from './server.ts'
import { timeline } from './timeline.ts'
import { video } from './video.ts'

/** Spanish with numbers as they are written in `es-MX`, `es-AR`, … */
export function spanishFor(locale: string): Messages {
  const formats = formatsFor(locale)
  return {
    timeline: timeline(formats),
    media: media(formats),
    result: result(formats),
    logs: logs(formats),
    video: video(formats),
    list: list(formats),
    effects: effects(formats),
    adopt: adopt(),
    form: form(formats),
    cost: cost(formats),
    prompt: prompt(formats),
    seed: seed(),
    player: player(formats),
    server: server(formats),
    common: common(formats),
    catalog: catalog(formats),
  }
}

/** All texts of the kit in Spanish. */
export const spanish: Messages = spanishFor('es')
