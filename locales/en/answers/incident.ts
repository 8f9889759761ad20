import type { IncidentTexts } from '../../bg/answers/incident.ts'

export const incident: IncidentTexts = (number, path) =>
  `A bug in the program, number ${number}.${path ? ` The details are in ${path}.` : ''} Tell the number to the administrator.`
