// Answers the numbers of the frames that are the same in every host, as a worker draws them.
import { frameNumbers } from '@pika-kit/preview/same-frames'

postMessage(frameNumbers((width, height) => new OffscreenCanvas(width, height)))
