import { VideoResultActions } from './VideoResultActions.tsx'
import { VideoResultFailure } from './VideoResultFailure.tsx'
import { VideoResultLogs } from './VideoResultLogs.tsx'
import { VideoResultNotes } from './VideoResultNotes.tsx'
import { VideoResultPlayer } from './VideoResultPlayer.tsx'
import {
  VideoResultFrame,
  type VideoResultFrameProps,
  VideoResultRoot,
  type VideoResultRootProps,
} from './VideoResultRoot.tsx'
import { VideoResultStage } from './VideoResultStage.tsx'
import { VideoResultStatus } from './VideoResultStatus.tsx'
import { VideoResultSteps } from './VideoResultSteps.tsx'

export type VideoResultProps = Omit<VideoResultRootProps, 'children'>

const parts = (
  <>
    <VideoResultStage />
    <VideoResultSteps />
    <VideoResultStatus />
    <VideoResultFailure />
    <VideoResultNotes />
    <VideoResultActions />
    <VideoResultLogs />
  </>
)

function DefaultVideoResult(props: VideoResultProps) {
  return <VideoResultRoot {...props}>{parts}</VideoResultRoot>
}

/**
 * One generation, followed live through all its states: queue, log, player, failure, and what can be done. Ready-made, or by
 * its parts: `<VideoResult.Root>` around `Stage` (with `Player`), `Steps`, `Status`, `Failure`, `Notes`, `Actions`, `Logs`. `Frame` stands
 * for `Root` where the app calls `useVideoResult` itself.
 */
export const VideoResult = Object.assign(DefaultVideoResult, {
  Root: VideoResultRoot,
  Frame: VideoResultFrame,
  Stage: VideoResultStage,
  Player: VideoResultPlayer,
  Steps: VideoResultSteps,
  Status: VideoResultStatus,
  Failure: VideoResultFailure,
  Notes: VideoResultNotes,
  Actions: VideoResultActions,
  Logs: VideoResultLogs,
})

export type VideoResultViewProps = Omit<VideoResultFrameProps, 'children'>

/** The same, drawn from a `useVideoResult` of one's own, or from a state that is made up. */
export function VideoResultView(props: VideoResultViewProps) {
  return <VideoResultFrame {...props}>{parts}</VideoResultFrame>
}
