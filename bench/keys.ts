export const benchKeys = async () => {}
