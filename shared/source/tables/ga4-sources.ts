// Which sources Google Analytics 4 counts as a search engine, a social network, a shop or a video site. Facts of Google's
// published list of source categories (linked from support.google.com/analytics/answer/9756891), as
// kept by Velir/dbt-ga4, seeds/ga4_source_categories.csv (MIT, Copyright (c) 2022 Adam Ribaudo), written shorter: "name+" is
// both "name" and "name.com", a subdomain is left out where its domain says the same, "~" is a space, "^" a plus.

export const ga4Search = `
360.cn alice aol ask auone avg babylon baidu baidu.com biglobe biglobe.co.jp biglobe.ne.jp bing bing.com centrum.cz
cnn comcast conduit daum daum.net dogpile+ duckduckgo ecosia.org eniro exalead.com excite.com firmy.cz globo
go.mail.ru google+ google-play googlemybusiness incredimail kvasir lycos msn+ najdi naver+ onet onet.pl qwant+ rakuten
rakuten.co.jp rambler rambler.ru search-results search.aol.co.uk search.aol.com search.smt.docomo.ne.jp search.ukr.net
secureurl.ukr.net seznam seznam.cz so.com sogou+ sp-web.search.auone.jp startsiden startsiden.no suche.aol.de terra
tut.by ukr virgilio yahoo+ yahoo.co.jp yandex yandex.by yandex.com yandex.com.tr yandex.fr yandex.kz yandex.ru
yandex.ua yandex.uz`

export const ga4Social = `
43things+ 51.com 5ch.net hatena imageshack academia.edu activerain+ activeworlds+ addthis+ airg.ca allnurses.com
allrecipes.com alumniclass+ ameba.jp ameblo.jp americantowns+ ancestry.com anobii+ answerbag+ answers.yahoo.com
aolanswers+ artstation.com askubuntu+ asmallworld.com athlinks+ awe.sm b.hatena.ne.jp baby-gaga+ babyblog.ru badoo+
bebo+ beforeitsnews+ bharatstudent+ biip.no biswap.org bit.ly blackcareernetwork.com blackplanet+ blip.fm blog.com
blog.feedspot.com blog.goo.ne.jp blog.naver.com blog.yahoo.co.jp blogg.no bloggang.com blogger+ blogher+ bloglines+
blogs.com blogsome+ blogspot+ blogster+ blurtit+ bookmarks.yahoo.co.jp bookmarks.yahoo.com brightkite+ brizzly+
buzzfeed+ buzznet+ cafe.naver.com cafemom+ camospace+ canalblog.com care.com care2+ caringbridge.org catster+ cbnt.io
cellufun+ centerblog.net chat.zalo.me chegg.com chicagonow+ chiebukuro.yahoo.co.jp classmates+ classquest+
cocolog-nifty+ copainsdavant.linternaute.com couchsurfing.org cozycot+ cross.tv crunchyroll+ cyworld+ d.hatena.ne.jp
dailystrength.org deluxe.com deviantart+ dianping+ digg+ diigo+ discover.hubpages.com disqus+ dogster+ dol2day+
doostang+ dopplr+ douban+ draugiem.lv drugs-forum+ dzone+ edublogs.org elftown+ epicurious.com everforo.com exblog.jp
extole+ facebook+ faceparty+ fandom.com fanpop+ fark+ fb fb.me fc2+ feedspot feministing+ filmaffinity+ flickr+
flipboard+ folkdirect+ foodservice+ forums.androidcentral.com forums.crackberry.com forums.imore.com
forums.nexopia.com forums.webosnation.com forums.wpcentral.com fotki+ fotolog+ foursquare+ friendfeed+
fruehstueckstreff.org fubar+ gaiaonline+ gamerdna+ gather.com geni.com getpocket.com glassboard+ glassdoor+ godtube+
goldenline.pl goldstar+ goo.gl gooblog goodreads+ google^ googlegroups.com googleplus govloop+ gowalla+ gree.jp
groups.google.com gulli.com gutefrage.net habbo+ hi5+ hootsuite+ houzz+ hoverspot+ hr.com hubculture+ hubpages.com
hyves.net hyves.nl ibibo+ identi.ca ig imageshack.com imageshack.us imvu+ insanejournal+ instagram+ instapaper+
internations.org interpals.net intherooms+ irc-galleria.net is.gd italki+ jammerdirect+ jappy.com jappy.de
kaboodle.com kakao+ kakaocorp.com kaneva+ kin.naver.com l.messenger.com last.fm librarything+ lifestream.aol.com line
line.me linkedin+ listal+ listography+ livedoor.com livedoorblog livejournal+ lnkd.in m.blog.naver.com
m.cafe.naver.com m.kin.naver.com mbga.jp medium.com meetin.org meetup+ meinvz.net meneame.net menuism.com
messages.google.com messages.yahoo.co.jp messenger+ mix.com mixi.jp mocospace+ mouthshut+ movabletype+ mubi+
my.opera.com myanimelist.net myheritage+ mylife+ mymodernmet+ myspace+ netvibes+ news.ycombinator.com newsshowcase
nexopia ngopost.org niconico nicovideo.jp nightlifelink+ ning+ odnoklassniki.ru odnoklassniki.ua okwave.jp
oneworldgroup.org onstartups+ opendiary+ oshiete.goo.ne.jp over-blog.com overblog.com paper.li partyflock.nl
photobucket+ pinboard pinboard.in pingsta+ pinterest+ pinterest.at pinterest.ca pinterest.ch pinterest.cl
pinterest.co.kr pinterest.co.uk pinterest.com.au pinterest.com.mx pinterest.de pinterest.es pinterest.fr pinterest.it
pinterest.jp pinterest.nz pinterest.ph pinterest.pt pinterest.ru pinterest.se pixiv.net playahead.se plurk+
plus.google.com plus.url.google.com pocket.co posterous+ pro.homeadvisor.com pulse.yahoo.com qapacity+ quechup+ quora+
qzone.qq.com ravelry+ reddit+ redux+ renren+ researchgate.net reunion+ reverbnation+ rtl.de ryze+ salespider+ scoop.it
screenrant+ scribd+ scvngr+ secondlife+ serverfault+ shareit sharethis+ shvoong.com sites.google.com skype skyrock+
slashdot.org slideshare.net smartnews.com snapchat+ sociallife.com.br socialvibe+ spaces.live.com spoke+ spruz+
ssense.com stackapps+ stackexchange+ stackoverflow+ stardoll.com stickam+ studivz.net suomi24.fi superuser+ sweeva+
t.co t.me tagged+ taggedmail+ talkbiznow+ taringa.net techmeme+ tencent+ tiktok+ tinyurl+ toolbox+ travellerspoint+
tripadvisor+ trombi+ tudou+ tuenti+ tumblr+ tweetdeck+ twitter+ twoo.com typepad+ unblog.fr urbanspoon.com
ushareit.com ushi.cn vampirefreaks+ vampirerave+ vg.no video.ibm.com vk.com vkontakte.ru wakoopa+ wattpad+
web.skype.com webshots+ wechat+ weebly+ weibo+ wer-weiss-was.de weread+ whatsapp+ wiki.answers.com wikihow.com
wikitravel.org woot.com wordpress+ wordpress.org xanga+ xing+ yahoo-mbga.jp yammer+ yelp+ yelp.co.uk youroom.in zalo
zoo.gr zooppa+`

export const ga4Shopping = `
google~shopping igshopping amazon-adsystem.com alibaba+ amazon+ amazon.co.uk ebay+ ebay.co.uk ebay.com.au ebay.de
etsy+ mercadolibre+ mercadolibre.com.ar mercadolibre.com.mx order.shopping.yahoo.co.jp s3.amazonaws.com shop.app
shopify+ shopping.naver.com shopping.net shopping.yahoo.co.jp shopping.yahoo.com shopzilla+ simplycodes.com stripe+
walmart+`

export const ga4Video = `
crackle+ curiositystream+ d.tube dailymotion+ disneyplus+ fast.wistia.net hulu+ iq.com iqiyi+ justin.tv netflix+ ted+
twitch twitch.tv utreon+ veoh+ viadeo.journaldunet.com vimeo+ wistia+ youku+ youtube+`
