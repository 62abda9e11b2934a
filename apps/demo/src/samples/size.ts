/** Pixels of every sample picture: 16:9, large enough for 720p. */
export const SAMPLE_WIDTH = 1280
export const SAMPLE_HEIGHT = 720
