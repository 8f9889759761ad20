export const CSV = ['', 'CSV (RFC 4180, UTF-8)'] as const
export const NEW_PASSWORD = 'file with the password, readable by you alone (chmod 600)'
export const LINE =
  'how it is connected: serial:/dev/ttyUSB0?baud=9600&flow=rtscts, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, http://10.0.0.7:8001/printers/dt517985 (ErpNet.FP), share:\\\\computer\\printer (Windows), file:/path, preview:'

/** A command without more to say, arguments or options. */
export const bare = { more: '', args: {}, options: {} }
