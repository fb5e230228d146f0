import { catalogue } from '../../design/catalogue.ts';
import type { Words } from '../../../kernel/words.ts';
import type { Outcome } from '../../../verification/next-steps.ts';
import type { CameraTrouble } from './camera.ts';

export const SCANNING_WORDS = catalogue({
  scanner: { zh: '扫码', en: 'Scan' },
  useCamera: { zh: '打开摄像头', en: 'Use the camera' },
  closeCamera: { zh: '关闭摄像头', en: 'Close the camera' },
  opening: { zh: '正在打开摄像头…', en: 'Opening the camera…' },
  aim: { zh: '请把标签放在取景框中央', en: 'Hold the label in the middle' },
  torchOn: { zh: '补光灯：开', en: 'Light: on' },
  torchOff: { zh: '补光灯：关', en: 'Light: off' },
  whichCamera: { zh: '摄像头', en: 'Camera' },
  camera: { zh: (number: number) => `摄像头 ${number}`, en: (number: number) => `Camera ${number}` },
  wedge: { zh: '扫码枪随时可用，直接扫即可。', en: 'A handheld scanner works at any time: just scan.' },
  testScanner: { zh: '扫码枪有问题？检测一下', en: 'Trouble with a scanner? Test it' },
  photo: { zh: '拍照识别', en: 'Take a photo' },
  readingPhoto: { zh: '正在识别照片…', en: 'Reading the photo…' },
  photoEmpty: {
    zh: '照片里没有找到码。请靠近一些、拿稳、避开反光，再拍一次。',
    en: 'No code on this photo. Go closer, hold still, avoid glare, and take another.',
  },
  typing: { zh: '编码或序列号', en: 'Code or serial' },
  enter: { zh: '确定', en: 'Enter' },
  soundOn: { zh: '声音：开', en: 'Sound: on' },
  soundOff: { zh: '声音：关', en: 'Sound: off' },
  dismiss: { zh: '知道了', en: 'Close' },
});

/** Why there is no camera, and what to do. Photo, handheld scanner and typing go on in every case. */
export const CAMERA_TROUBLE = catalogue({
  insecure: {
    zh: '浏览器只在 https 网址上允许使用摄像头。请用 https 打开本页，或拍照识别。',
    en: 'Browsers open the camera only on https addresses. Open this page by https, or take a photo.',
  },
  unsupported: {
    zh: '这个应用里的浏览器不提供摄像头。请在手机自带的浏览器中打开本页，或拍照识别。',
    en: 'The browser inside this app gives pages no camera. Open this page in the phone’s own browser, or take a photo.',
  },
  denied: {
    zh: '摄像头权限被拒绝。请在浏览器的网站设置中允许使用摄像头，然后再打开；也可以拍照识别。',
    en: 'The camera is not allowed. Allow it for this site in the browser’s settings and open it again, or take a photo.',
  },
  missing: {
    zh: '没有找到摄像头。请用扫码枪、手动输入，或选择一张照片。',
    en: 'This device has no camera. Use a handheld scanner, type the code, or choose a photo.',
  },
  busy: {
    zh: '摄像头正被其他应用占用。请关闭那个应用后再打开，或拍照识别。',
    en: 'Another app is using the camera. Close it and open the camera again, or take a photo.',
  },
  failed: {
    zh: '摄像头打不开。请再试一次，或拍照识别。',
    en: 'The camera did not start. Try again, or take a photo.',
  },
  reader: {
    zh: '识别程序没有加载成功。请检查网络后再试；扫码枪和手动输入仍然可用。',
    en: 'What reads the picture could not be loaded. Check the network and try again; handheld scanner and typing still work.',
  },
} satisfies Record<CameraTrouble, Words>);

/** What each outcome tells the person who holds the part: read at arm's length, so one short word. */
export const VERDICT_WORDS = catalogue({
  consistent: { zh: '可以安装', en: 'Fit it' },
  caution: { zh: '先问清楚', en: 'Ask first' },
  suspect: { zh: '不要安装', en: 'Do not fit' },
  unknown: { zh: '厂家无记录', en: 'Not in the maker’s records' },
  unreadable: { zh: '请再扫一次', en: 'Scan again' },
} satisfies Record<Outcome, Words>);
