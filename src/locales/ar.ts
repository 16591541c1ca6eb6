import type {Locale} from './locale.js';

export const ar: Locale = {
  relatedNews: 'أخبار ذات صلة',
  onThisDay: 'في مثل هذا اليوم',
  aboutUs: 'من نحن',
  instagram: 'إنستغرام',
  latestNews: 'آخر الأخبار',
  showNew: (count) => `عرض الجديد (${count})`,

  share: 'مشاركة',
  copied: 'نُسخ العنوان',
  source: 'المصدر',
  readOriginal: 'اقرأ القصة كاملة',
  tags: 'الوسوم',
  table: 'جدول',
  attachments: 'المرفقات',
  published: 'نُشر',
  updated: 'حُدّث',
  minutesRead: (minutes, plural) =>
    ({one: 'قراءة دقيقة واحدة', two: 'قراءة دقيقتين', few: `قراءة ${minutes} دقائق`})[plural as string] ??
    `قراءة ${minutes} دقيقة`,
  photoCredit: (name) => `تصوير: ${name}`,

  alsoAbout: (words) => `عن ${words} أيضًا`,

  yearsAgo: (years, plural) =>
    ({one: 'قبل عام', two: 'قبل عامين', few: `قبل ${years} أعوام`, many: `قبل ${years} عامًا`})[plural as string] ??
    `قبل ${years} عام`,
  thisYear: 'هذا العام',
  beforeChrist: (year) => `${year} ق.م`,
  previousDay: 'اليوم السابق',
  nextDay: 'اليوم التالي',
  chooseDay: 'اختر يومًا',
  nearestDay: (shown, asked) => `لا شيء في ${asked}. أقرب يوم فيه حدث هو ${shown}.`,
  nothingOnDay: 'لا حدث مسجّل في هذا اليوم.',
  births: 'ميلاد',
  deaths: 'وفاة',
  holidays: 'مناسبة',

  photo: 'صورة',
  video: 'فيديو',
  album: 'ألبوم',
  photoBy: (name, date) => `صورة من ${name}، ${date}`,
  previous: 'السابق',
  next: 'التالي',
  close: 'إغلاق',
  follow: 'متابعة',
  viewOnInstagram: 'عرض على إنستغرام',
  askFirst: (provider) => `تأتي هذه الصور من ${provider}، الذي يعلم عندئذٍ أنك هنا.`,
  embedNotice: (provider) => `هذا المحتوى من ${provider}، الذي يعلم عندئذٍ أنك هنا.`,
  openOn: (provider) => `فتح على ${provider}`,
  loadFrom: (provider) => `التحميل من ${provider}`,
  alwaysLoadFrom: (provider) => `التحميل دائمًا من ${provider}`,
  stopLoadingFrom: (provider) => `إيقاف التحميل من ${provider}`,

  subscribe: 'اشتراك',
  subscribeHelp: 'يعرض لك قارئ الأخبار القصص الجديدة فور نشرها. أعطه هذا العنوان:',
  feedAddress: 'عنوان الموجز لقارئ الأخبار',
  copyAddress: 'نسخ العنوان',
  people: 'فريق العمل',
  links: 'روابط',
  lastUpdated: (date) => `آخر تحديث ${date}`,
};
