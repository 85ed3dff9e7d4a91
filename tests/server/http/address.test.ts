import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddress, writeAddress } from '../../../src/server/http/address.ts';

function card(address: string, internal = false): NetworkInterfaceInfo {
  return {
    address,
    internal,
    family: 'IPv4',
    netmask: '255.255.255.0',
    mac: '00:00:00:00:00:00',
    cidr: null,
  };
}

test('the address is the room’s network, not a virtual machine’s or a tunnel’s', () => {
  const interfaces = {
    lo: [card('127.0.0.1', true)],
    docker0: [card('172.17.0.1')],
    vboxnet0: [card('192.168.56.1')],
    wlan0: [card('10.20.30.40')],
  };
  expect(lanAddress(interfaces)).toBe('10.20.30.40');
});

test('a home network goes before a large one, and both before an address without a network', () => {
  expect(
    lanAddress({ a: [card('169.254.7.7')], b: [card('10.0.0.5')], c: [card('192.168.4.20')] }),
  ).toBe('192.168.4.20');
  expect(lanAddress({ a: [card('169.254.7.7')], b: [card('81.2.69.1')] })).toBe('81.2.69.1');
});

test('a machine on no network has none', () => {
  expect(lanAddress({ lo: [card('127.0.0.1', true)] })).toBeNull();
});

test('port 80 is not said', () => {
  expect([writeAddress('192.168.4.20', 80), writeAddress('192.168.4.20', 4301)]).toEqual([
    '192.168.4.20',
    '192.168.4.20:4301',
  ]);
});
