import { type RequestShown, showRequest } from '../office/requests/show-request.ts'
import type { Session } from '../office/staff/sign-in.ts'

/** The request that people know by this number: of the document, of its bill, or the УРИ. */
export const requestMeant = (session: Session, text: string): Promise<RequestShown> =>
  showRequest(session.ctx(), { number: text })
