// What the fields of records, alerts and other small messages mean. Keys are ends of paths, without indices.
// Data only. English, ready for other languages.

export const recordFields: Readonly<Record<string, string>> = {
  TLSPlaintext: 'A record that is not protected: a header of five bytes, then its content, for everybody to read.',
  TLSCiphertext:
    'A protected record: a header of five bytes in the clear, then ciphertext that only the two sides can open.',
  TLSInnerPlaintext:
    'What a protected record holds once it is opened: the content, its true type, and perhaps padding.',
  'TLSPlaintext.type': 'What the record carries: handshake messages, an alert, or a ChangeCipherSpec.',
  'TLSCiphertext.type': 'Always application_data: a protected record hides what it carries. The true type is inside.',
  'TLSInnerPlaintext.type': 'The true type of the content. It stands at the end, hidden from everybody on the wire.',
  'TLSInnerPlaintext.content': 'What the record carries: handshake messages, an alert, or application data.',
  zeros: 'Padding: zero bytes that hide how long the content really is.',
  legacy_record_version:
    'A leftover: TLS 1.2, or TLS 1.0 in a first ClientHello, whatever is spoken. Old devices stumble over anything else.',
  'TLSPlaintext.fragment':
    'The content. A long message may go on in the next record, and several short ones may share one.',
  'TLSCiphertext.fragment':
    'The encrypted content with an authentication tag of 16 bytes at its end. If one bit of record or header changes, the tag no longer fits.',
  Alert: 'Two bytes that say that something ends, and why.',
  level:
    'Warning or fatal. In TLS 1.3 nobody goes by it: all alerts but close_notify and user_canceled end the connection.',
  description: 'What the alert is about, as a number from a list. There is no room for more words.',
  ChangeCipherSpec:
    'A message that means nothing in TLS 1.3. It makes the handshake look familiar to old devices in between.',
  'ChangeCipherSpec.type': 'Always 1.',
  application_data: 'The bytes that the two applications exchange. TLS does not look at what they mean.',
};

/** What fits any field, when nothing better is known. */
export const commonFields: Readonly<Record<string, string>> = {
  length: 'How many bytes of this field follow.',
  data: 'The bytes themselves.',
  body: 'The content of a message that is not read here.',
  unparsed: 'Here reading had to stop: these bytes do not fit what should stand in this place.',
  '[]': 'One entry of the list.',
};
