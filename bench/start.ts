export const benchStart = async () => {}
