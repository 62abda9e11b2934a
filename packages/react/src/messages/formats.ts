/** How a locale writes what stands in a sentence: numbers, plurals, units, lists. All of it is `Intl`. */
export interface Formats {
  /** A BCP 47 tag: `de`, `de-CH`, `ar-EG`. */
  readonly locale: string
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** `percent` from 0 to 100. */
  percent(percent: number): string
  /** The form that belongs to the count. A language needs those that its plural rules know: one and other in English, six in Arabic. */
  plural(count: number, forms: PluralForms): string
  /** `3 seconds`; short: `3 sec`. */
  unit(value: number, unit: Unit, display?: 'long' | 'short' | 'narrow'): string
  /** `12 kB`, `3.4 MB`, in units of 1,024, and at least one kilobyte. */
  fileSize(bytes: number): string
  /** `40–70 sec`, `20 sec`, `2–3 min`, from seconds: as short as it can be read. */
  span(from: number, to: number): string
  /** `1.50`: the place in a video. */
  hundredths(value: number): string
  /** `5 min. ago`, `2 days ago`; minutes below an hour, hours below a day. */
  ago(minutes: number, style?: Intl.RelativeTimeFormatStyle): string
  /** `$0.45`; fractions of a cent are shown where there are some. `currency` is an ISO 4217 code. */
  money(amount: number, currency: string): string
  /** `a, b, and c`. */
  list(items: readonly string[]): string
  /** `a, b, or c`. */
  anyOf(items: readonly string[]): string
  /** What a user named, apart from the direction of the sentence around it: `⁨photo.png⁩` in an Arabic one. */
  isolate(text: string): string
}

export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'kilobyte' | 'megabyte'

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069']
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** The formats of a locale. What `Intl` makes is made when it is first needed, and kept. */
export function formatsFor(locale: string): Formats {
  const kept = new Map<string, Intl.NumberFormat>()
  const formatOf = (options: Intl.NumberFormatOptions = {}) => {
    const key = JSON.stringify(options)
    const format = kept.get(key) ?? new Intl.NumberFormat(locale, options)
    kept.set(key, format)
    return format
  }
  const number: Formats['number'] = (value, options) => formatOf(options).format(value)
  const unit: Formats['unit'] = (value, name, display = 'long') =>
    number(value, { style: 'unit', unit: name, unitDisplay: display })
  // Where sentence and name run the same way nothing is added: who copies or tests the text finds what is to be seen.
  const isolate = (text: string) =>
    rightToLeft.test(text) || isRightToLeft(locale) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text
  let rules: Intl.PluralRules | undefined
  let lists: Intl.ListFormat | undefined
  let choices: Intl.ListFormat | undefined
  return {
    locale,
    number,
    unit,
    percent: (percent) => number(percent / 100, { style: 'percent' }),
    plural: (count, forms) => forms[(rules ??= new Intl.PluralRules(locale)).select(count)] ?? forms.other,
    fileSize: (bytes) => {
      const [value, name] = bytes < 1024 ** 2 ? [bytes / 1024, 'kilobyte'] : [bytes / 1024 ** 2, 'megabyte']
      const digits = name === 'megabyte' && value < 10 ? 1 : 0
      const rounded = Math.max(1, Math.round(value * 10 ** digits) / 10 ** digits)
      return number(rounded, { style: 'unit', unit: name, unitDisplay: 'short' })
    },
    span: (from, to) => {
      const inMinutes = to > 120
      const [low, high] = inMinutes ? [Math.floor(from / 60), Math.ceil(to / 60)] : [from, to]
      const format = formatOf({
        style: 'unit',
        unit: inMinutes ? 'minute' : 'second',
        unitDisplay: 'short',
      })
      return low === high ? format.format(high) : format.formatRange(low, high)
    },
    hundredths: (value) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    ago: (minutes, style = 'short') => {
      const format = new Intl.RelativeTimeFormat(locale, { style })
      if (minutes < 60) return format.format(-minutes, 'minute')
      if (minutes < 1_440) return format.format(-Math.floor(minutes / 60), 'hour')
      return format.format(-Math.floor(minutes / 1_440), 'day')
    },
    money: (amount, currency) => {
      const options = {
        style: 'currency',
        currency,
        minimumFractionDigits: 2,
        maximumFractionDigits: 4,
      } as const
      // Arabic begins a price with the mark of its own direction, which would put the $ before its US.
      return isolate(number(amount, options).replace(/^\u200f/, ''))
    },
    list: (items) => (lists ??= new Intl.ListFormat(locale)).format(items),
    anyOf: (items) => (choices ??= new Intl.ListFormat(locale, { type: 'disjunction' })).format(items),
    isolate,
  }
}

/** Whether a language is written from right to left. Not by `Intl.Locale.getTextInfo`: Firefox does not have it. */
function isRightToLeft(locale: string): boolean {
  return ['ar', 'he', 'fa', 'ur', 'ps', 'ckb', 'dv', 'yi'].includes(new Intl.Locale(locale).language)
}
