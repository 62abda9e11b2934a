import type { Context } from './brush.ts'
import { city } from './scenes/city.ts'
import { coast } from './scenes/coast.ts'
import { figure } from './scenes/figure.ts'
import { fruit } from './scenes/fruit.ts'
import { lake } from './scenes/lake.ts'

/** A picture that the project draws itself, so that a visitor can try everything without one of their own. */
export interface SampleScene {
  id: string
  title: string
  draw(context: Context): void
}

/** The same coast at four hours, a lake, a city, a figure and a fruit bowl. */
export const sampleScenes: readonly SampleScene[] = [
  {
    id: 'dawn',
    title: 'Coast at dawn',
    draw: (context) =>
      coast(context, {
        sky: ['#f9dcb8', '#f6b78c', '#d98a86'],
        sea: ['#d49a8e', '#7c6f8f'],
        rock: ['#8a6a78', '#5f4c66', '#3f3550'],
        sun: [0.72, 0.5, '#fff3cf'],
        lamp: false,
      }),
  },
  {
    id: 'noon',
    title: 'Coast at noon',
    draw: (context) =>
      coast(context, {
        sky: ['#4d9fd6', '#9ccbe6', '#dff0ee'],
        sea: ['#5fb0b8', '#1f6f8c'],
        rock: ['#9fb389', '#6f8f68', '#3f5f4a'],
        sun: [0.6, 0.14, '#ffffff'],
        lamp: false,
      }),
  },
  {
    id: 'dusk',
    title: 'Coast at dusk',
    draw: (context) =>
      coast(context, {
        sky: ['#2c2a5e', '#7a4a86', '#e8896b'],
        sea: ['#b8687a', '#2f2c5c'],
        rock: ['#4f3a66', '#352a52', '#1f1b3c'],
        sun: [0.3, 0.56, '#ffd9a0'],
        lamp: true,
      }),
  },
  {
    id: 'night',
    title: 'Coast at night',
    draw: (context) =>
      coast(context, {
        sky: ['#060a1e', '#101a3c', '#2c3a66'],
        sea: ['#1d2a52', '#080d22'],
        rock: ['#18203f', '#10162f', '#080b1c'],
        sun: [0.24, 0.2, '#e8eeff'],
        lamp: true,
      }),
  },
  { id: 'lake', title: 'Mountain lake', draw: lake },
  { id: 'city', title: 'City in the rain', draw: city },
  { id: 'figure', title: 'Clay figure', draw: figure },
  { id: 'fruit', title: 'Bowl of fruit', draw: fruit },
]
