import { declare } from '../command.ts'
import { openDesk } from '../desk-door.ts'
import { reachFoundedTown } from '../town.ts'

export const deskCommands = () => [
  declare('desk', async (_, door) => openDesk(door, await reachFoundedTown(door))),
]
