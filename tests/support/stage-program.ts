import { openStage } from '../../kiosk/screens/stage.ts'
import { FIRST_TURN, on, type TurnEvent } from '../../kiosk/screens/turn.ts'
import { pictureOf } from '../../kiosk/screens/view.ts'
import { CONFIGURATION, sceneAt } from './kiosk-scene.ts'

// A device without an outbox: every press counts as kept at once; `9` is a bug of the program.

const stage = openStage()
let turn = FIRST_TURN
let seq = 0

function handle(event: TurnEvent): void {
  const next = on(turn, event, CONFIGURATION, performance.now())
  turn = next.turn
  for (const act of next.acts) if (act.act === 'press') handle({ kind: 'kept', seq: ++seq })
  stage.show(pictureOf({ ...sceneAt(turn.shown), turn, size: stage.size() }))
}

stage.onInput(input => {
  if (input.kind === 'quit') process.exit(3)
  if (input.kind === 'digit' && input.digit === 9) throw new Error('a wild bug')
  handle(input)
})
stage.onResize(() => handle({ kind: 'tick' }))
handle({ kind: 'tick' })
