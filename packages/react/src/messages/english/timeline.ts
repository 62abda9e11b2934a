import type { StoryboardTextError } from '@pika-kit/core'
import { defineSection } from '../defineSection.ts'
import { textProblem } from './textProblem.ts'

/** The words of the keyframe timeline. */
export const timelineWords = defineSection('timeline', (formats) => {
  const { isolate, number, plural, unit } = formats
  return {
    label: 'Storyboard',
    axis: 'Time axis',
    keyframes: 'Keyframes',
    transitions: 'Transitions',
    empty: 'Drop two to five pictures here',
    emptyHint: 'Paste them, choose files, or add them by address. They play in this order.',
    choose: 'Choose pictures',
    add: 'Add a picture',
    byUrl: 'Add by address',
    urlLabel: 'Address of a picture',
    urlHint: 'https://…',
    urlSubmit: 'Add',
    keyframe: (place: number, count: number, at: number) =>
      `Keyframe ${place} of ${count}, at ${unit(at, 'second')}`,
    keyframeName: (place: number) => `Keyframe ${place}`,
    keyframeHelp: 'Drag it, or move it by Alt with an arrow key. Delete removes it.',
    moveEarlier: (place: number) => `Move keyframe ${place} earlier`,
    moveLater: (place: number) => `Move keyframe ${place} later`,
    remove: (place: number) => `Remove keyframe ${place}`,
    replace: (place: number) => `Replace keyframe ${place}`,
    duplicate: (place: number) => `Duplicate keyframe ${place}`,
    retry: (place: number) => `Upload keyframe ${place} again`,
    uploading: (place: number, percent: number) =>
      `Keyframe ${place} uploads, ${formats.percent(percent)} of its bytes sent`,
    uploadFailed: (place: number, why: string) => `Keyframe ${place} did not arrive. ${why}`,
    transition: (place: number) => `Transition ${place}`,
    transitionHelp: 'Press again, or F2, to write its prompt here.',
    /** A length or a place on the time axis, as short as it can be. */
    seconds: (seconds: number) => `${number(seconds)} s`,
    transitionLength: (place: number) => `Seconds of transition ${place}`,
    transitionValue: (length: number, total: number, budget: number) =>
      `${unit(length, 'second')}, ${number(total)} of ${number(budget)} used`,
    edgeHelp:
      'Drag it, press arrows, or type the seconds. With Shift, the next transition gives way. P: to the play position.',
    transitionPrompt: (place: number) => `Prompt of transition ${place}`,
    transitionPromptHint: 'As the prompt for all says',
    noPrompt: 'default prompt',
    insert: (place: number) => `Insert pictures into transition ${place}`,
    insertHere: 'Insert a picture here',
    position: 'Play position',
    positionValue: (at: number, total: number) => `${number(at)} of ${unit(total, 'second')}`,
    budget: (total: number, budget: number) =>
      total > budget
        ? `${number(total)} of ${number(budget)} s, ${number(total - budget)} s too long`
        : `${number(total)} of ${number(budget)} s, ${number(budget - total)} s left`,
    budgetLabel: 'Length of the video',
    undo: 'Undo',
    redo: 'Redo',
    undoRemoval: 'Undo the removal',
    zoom: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomToFit: 'Show the whole',
    zoomedIn: 'Zoomed in.',
    zoomedOut: 'Zoomed out.',
    zoomedToFit: 'The whole is shown.',
    keepLength: 'Keep the length',
    keepLengthHelp: 'Keep the length: when an edge moves, the next transition gives way',
    showText: 'Show as text',
    showAxis: 'Show on the time axis',
    dismiss: 'Close',
    added: (count: number, total: number) =>
      plural(count, {
        one: `One keyframe added. ${total} in all.`,
        other: `${count} keyframes added. ${total} in all.`,
      }),
    replaced: (place: number) => `Keyframe ${place} replaced.`,
    full: 'Five keyframes are the most.',
    lifted: (place: number, count: number) => `Keyframe ${place} of ${count} lifted. Escape puts it back.`,
    over: (place: number, count: number) => `Over place ${place} of ${count}.`,
    putBack: (place: number) => `Put back to place ${place}.`,
    takenBack: 'Taken back.',
    moved: (place: number, count: number) => `Keyframe moved to place ${place} of ${count}.`,
    removed: (place: number, left: number) => `Keyframe ${place} removed. ${left} left.`,
    duplicated: (place: number, total: number) => `Keyframe ${place} duplicated. ${total} in all.`,
    undone: 'Undone.',
    redone: 'Done again.',
    noRoomFor: (name: string) => `${isolate(name)} was left out: five keyframes are the most.`,
    text: 'Storyboard as text',
    textHelp:
      'One line for each keyframe and each transition. Change the order, the seconds or the words after the colon; an address is a new keyframe.',
    textApply: 'Apply',
    textReset: 'As it was',
    textApplied: (count: number, total: number) =>
      plural(count, {
        one: `Applied: one keyframe, ${unit(total, 'second')}.`,
        other: `Applied: ${count} keyframes, ${unit(total, 'second')}.`,
      }),
    textError: (error: StoryboardTextError) => `Line ${error.line}: ${textProblem(error, formats)}`,
  }
})
