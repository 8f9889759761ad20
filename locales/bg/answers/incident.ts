export const incident = (number: string, path: string | null) =>
  `Грешка в програмата, номер ${number}.${path ? ` Подробностите са в ${path}.` : ''} Съобщете номера на администратора.`

export type IncidentTexts = typeof incident
