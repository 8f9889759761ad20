import type { Delivery } from '../../rules/cards/card.ts'
import type { Standing } from '../../rules/requests.ts'

/** What the office writes of requests, and what every door says of them. */
export const requests = {
  kind: 'Заявление за услуга',
  generalPhase: 'Изработване',
  deliveries: {
    desk: 'на гише',
    mayoralty: 'в кметство',
    post: 'по пощата',
    email: 'по имейл',
    ssev: 'през ССЕВ',
  } as Record<Delivery, string>,
  standings: {
    under_way: 'работи се',
    irregular: 'нередовно',
    suspended: 'спряно',
    completed: 'издадено',
    refused: 'отказано',
    terminated: 'прекратено',
    withdrawn: 'оттеглено',
  } as Record<Standing, string>,
  irregularityNotice: (number: string) => `Нередовности по заявление ${number}`,
  refusalOf: (service: string) => `Отказ: ${service}`,
  terminationOf: (number: string) => `Прекратяване на производството по заявление ${number}`,
  noticeTo: (number: string) => `Съобщение по заявление ${number}`,
  resumed: 'срокът продължи',
  mended: 'нередовностите са отстранени',
  extended: 'срокът е удължен',
  endedWith: (outcome: string) => `Заявлението приключи: ${outcome}`,
}

export type RequestsTexts = typeof requests
