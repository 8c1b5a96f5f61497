// What kind of site a host is, where its name does not say it. "site.tld" is that host and everything below it, "brand."
// the brand under every public suffix (google.com, google.com.br); a path narrows it. The deepest entry speaks.
// Search engines, social networks and assistants: facts of matomo-org/searchengine-and-social-list (CC0-1.0), folded
// from single hosts to sites, and additions of our own from the sites themselves: the engines that Chromium offers by
// region (its prepopulated_engines.json, read 2026-11-28), those for children and for good causes, large communities of the
// fediverse. The other kinds are our own.

export const searchHosts = `
syndicatedsearch.goog 1.cz 118700.se 123people. haosou.com abacho. abcsok.no acoon.de aguea.com allaverksamheter.se alexa.com all.by
allesklar. alltheweb.com alohafind.com altavista. aol. apollo.lv apollo7.de aport.ru arama.com arcor.de
arianna.libero.it arianna.com ask. askkids.com ask.reference.com qbyrd.com search-results.com searchqu.com
austronaut.at baidu. gougou.com bing. bingj.com msnbc.msn.com blekko.com blogdigger.com blogpulse.com web.canoe.ca
morfeo.centrum.cz charter.net claro-search.com coccoc.com crawler.com cuil.com daemon-search.com dasoertliche.de
dastelefonbuch.de smart.delfi.lv dir.com dmoz.org duckduckgo. 3g2upl4pq6kufc4m.onion
duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion ecosia. ariadna.elmundo.es eniro. entireweb.com eo.st
epicsearch.in eurip.com euroseek.com everyclick.com exalead. excite. fastbrowsersearch.com findhurtig.dk find.tdc.dk
fireball. firstsfind.com fixsuche.de flix.de forestle. gais.cs.ccu.edu.tw geona.net gibiru.com gigablast.com
gnadenmeer.de gomeo.com google. wwwgoogle. gogole. gppgle. googel. cnn.com darkoogle.com gooofullsearch.com fastweb.it
luna.tv delta-search.com start.lenovo.com wow.com optuszoo.com.au netlavis.azione.jp cgi2.nintendo.co.jp gfsoso.com
webcache.googleusercontent.com monumentbrowser.com startab.me googlesyndicatedsearch.com google.interia.pl goyellow.de
gulesider.no highbeam.com hit-parade.com holmes.ge hooseek.com hotbot.com start.iplay.com icerocket.com icq.com
ilse.nl inbox.com infospace.com tattoodle.com metacrawler. webfetch.com webcrawler.com start.facemoods.com
start.funmoods.com searchmobileonline.com home.speedbit.com searchya.com inspsearch.com isodelen.se ixquick.
junglekey. jungle-spider.de jyxo.1188.cz k9safesearch.com kataweb.it kensaq.com kvasir.no toile.com laban.vn latne.lv
lilo.org lo.st lookany.com looksmart.com lycos. maailm.com go.mail.ru mamma.com meinestadt.de meta.ua metager.
metager2.de meta.rrzn.uni-hannover.de mister-wong. monstercrawler.com mozbot. mysearch.com najdi.si neti.ee nigma.ru
online.no only-search.com 1881.no lemoteur.fr voila.fr paperball.de peoplecheck.de picsearch.com plazoo.com
plusnetwork.com poisk.ru qualigo. qwant. qwantjunior.com nova.rambler.ru riksdelen.se rpmfind.net scour.com search.ch
search.com searchalot.com searchcanvas.com searchlock.com searchy.co.uk setooz.com videa.seznam.cz sharelook.
skynet.be sm.cn sm.de so-net.ne.jp sogou. soso.com sputnik.ru startpage. startpagina.nl startsiden.no suche.info
suchmaschine.com suchnase.de surfcanyon.com brisbane.t-online.de navigationshilfe.t-online.de talimba.com
talktalk.co.uk tarmot.com technorati.com teoma.com tixuma.de toolbarhome.com toppreise.ch trouvez.com trovarapido.com
trusted-search.com twingly.com url.org vinden.nl vindex.nl mobile.virgilio.it web.volny.cz walhello. web.nl
weborama.fr websearch.com wedoo.com witch.de woopie.jp x-recherche.com yahoo. yahoo.net cercato.it benefind.de
mirostart.com hao123.com home.kingsoft.jp yandex. ya.ru yasni. yatedo. yellowmap.de yougoo.fr zapmeta. zhongsou.com
zoek.nl zoeken.nl zoohoo.cz zoznam.sk zxuso.com kwzf.net kagi.com presearch. mojeek. swisscows. 
stract.com freespoke.com petalsearch.com neeva.com yep.com
marginalia-search.com searx. searxng. andisearch.com ekoru.org givero.com infinitysearch.co searchencrypt.com
youcare.world onesearch.com kiddle.co fragfinn.de info.com lukol.com findx.com cliqz. luxxle.com zarebin.ir
parsijoo.ir so.toutiao.com izito. seekr.com dalesearch.com pricerunner. sou.com 360sou.com
oceanhero.today privacywall.org karmasearch.org panda-search.org quendu.com nona.de leta.mullvad.net oscobo.com
givewater.com rapusia.org searchscene.com alltheinternet.com tadadoo.com ghosterysearch.com unbubble.eu
swiggle.org.uk kidrex.org kidtopia.info kidzsearch.com safesearchkids.com blinde-kuh.de helles-koepfchen.de`

export const socialHosts = `
facebook. instagram. linkedin. twitter. tiktok. pinterest. reddit. tumblr. snapchat. discord. quora. vkontakte. weibo.
viadeo. x.com t.umblr.com pin.it redd.it pay.reddit.com threads.net threads.com bsky.app bsky.social discordapp.com
discord.gg github.com dribbble.com behance.net fetlife.com flixster.com friendsreunited.com friendster.com lang-8.com
lastfm. livejournal.ru moikrug.ru multiply.com my.mail.ru mylife.ru myyearbook.com nk.pl netlog. orkut. plaxo.com
sourceforge.net sonico.com stumbleupon.com v2ex.com vkrugudruzei.ru vk.ru ok.ru wayn.com t.cn weeworld.com
login.tagged.com url.google.com plus.android.google.com workplace.com lnk.bio steamcommunity.com weixin.qq.com
weixin.com bilibili.com b23.tv kwai. kuaishou.com douyin.com xiaohongshu.com zhihu.com truthsocial.com
gab.com gettr.com minds.com parler.com nextdoor. joinclubhouse.com clubhouse.com bereal.com lemon8-app.com
telegram.org telegram.me wa.me l.wl.co viber.com zalo.me kooapp.com vero.co lobste.rs mas.to masto.ai fosstodon.org
hachyderm.io infosec.exchange universeodon.com c.im journa.host tech.lgbt mathstodon.xyz metalhead.club qoto.org
layer8.space digipres.club todon.eu todon.nl framapiaf.org mamot.fr piaille.fr pawoo.net knzk.me friends.nico
cybre.space o3o.ca wandering.shop witches.live sunny.garden strangeobject.space ravenation.club dice.camp
snabelen.no oslo.town ioc.exchange dresden.network tkz.one convo.casa eldritch.cafe queer.party linuxrocks.online
im-in.space hackers.town theblower.au aethy.com misskey.io bookwyrm. pixey.org pxlmo.com squeet.me mathtod.online
kirakiratter.com mimumedon.com vocalodon.net otajodon.com oransns.com moe.cat niu.moe tooot.im xoxo.zone
noagendasocial.com functional.cafe quey.org radical.town sinblr.com skippers-bin.com newsbots.eu hearthtoot.net
best-friends.chat anticapitalist.party bsd.network cmx.im elekk.xyz fandom.ink monsterpit.net plush.city vulpine.club
metapixl.com pixel.tchncs.de todon.fr theres.life wikis.world abdl.link ursal.zone bolha.us ayom.media colorid.es troet.cafe climatejustice.rocks me.dm
fediscience.org types.pl econtwitter.net zirk.us gamedev.place peoplemaking.games retro.pizza union.place tooting.ch
ciberlandia.pt livellosegreto.it sociale.network pouet.chapril.org diaspodon.fr fedibird.com gensokyo.town
dragonscave.space botsin.space awoo.space chitter.xyz computerfairi.es rollenspiel.monster`

export const videoHosts = `
youtu.be youtube. youtube.android.google.com youtube-nocookie.com vimeo. dailymotion. dai.ly twitch. rumble.com
odysee.com bitchute.com kick.com loom.com vidyard.com nebula.tv`

export const shoppingHosts = `
amazon. ebay. mercadolivre. mercadolibre. shopee. aliexpress. temu. shein. lazada. tokopedia.com flipkart.com zalando.
allegro. otto.de bol.com target.com bestbuy. newegg. wish.com falabella. linio. idealo. kelkoo. pricespy. twenga.
nextag. pricegrabber.com bizrate.com shopping.com shopping.google.com magazineluiza.com.br magalu.com
americanas.com.br submarino.com.br casasbahia.com.br buscape.com.br zoom.com.br olx. enjoei.com.br extra.com.br`

export const emailHosts = `
mail.google.com inbox.google.com gm.android.google.com outlook. outlook.live.com outlook.office.com
outlook.office365.com outlook.office.microsoft.com hotmail. mail.ru gmail. googlemail. gmx. web.de mail.com bluewin.ch
1und1.de proton.me protonmail. tutanota. tuta.com fastmail. hey.com mailchi.mp list-manage.com campaign-archive.com
mailerlite. sendgrid.net rs6.net hs-sites.com acemlna.com klclick.com superhuman.com mailinator.com webmail-seguro.com.br`

export const aiHosts = `
chatgpt.com chat.openai.com labs.openai.com openai.com chat-gpt.org chatplus.com claude.ai anthropic.com claude.com
perplexity.ai perplexity.com gemini.google.com bard.google.com notebooklm.google.com bard.apps.android.google.com
aistudio.google.com copilot.com copilot.microsoft.com copilot.cloud.microsoft m365.cloud.microsoft chat.deepseek.com deepseek.com
grok.com x.ai chat.mistral.ai mistral.ai meta.ai you.com youchat.com poe.com character.ai iask.ai app.jasper.ai
jasper.ai app.writesonic.com writesonic.com chatsonic.com duck.ai phind.com pi.ai heypi.com chatglm.cn z.ai
chat.qwen.ai qwen.ai tongyi.com tongyi.aliyun.com yiyan.baidu.com ai.baidu.com chat.baidu.com kimi.com kimi.ai
kimi.moonshot.cn doubao.com yuanbao.tencent.com hunyuan.tencent.com huggingface.co/chat x.com/i/grok manus.im
genspark.ai felo.ai komo.ai consensus.app monica.im merlin.foyer.work venice.ai lmarena.ai chat.lmsys.org
openrouter.ai groq.com cohere.com coral.cohere.com replika. inflection.ai hix.ai copy.ai maritaca.ai chat.maritaca.ai
exa.ai minimax.io alice.yandex.ru giga.chat lumo.proton.me leo.brave.com`

export const paidHosts = `
doubleclick. googlesyndication.com googleadservices.com adservice. googletagservices.com taboola.com
taboolasyndication.com outbrain.com outbrainimg.com criteo. adnxs.com adform. bidswitch.net teads. mgid.com
revcontent.com zemanta.com amazon-adsystem.com adroll.com rtbhouse. smartadserver.com rubiconproject.com pubmatic.com
openx.net casalemedia.com advertising.com adblade.com acuityplatform.com tribalfusion.com turn.com mathtag.com
sharethrough.com plista.com lfstmedia.com mixpo.com adsterra. propellerads. popads.net exoclick.com yieldmo.com
media.net adcolony.com applovin.com unityads. adskeeper. bidvertiser.com infolinks.com adspirit. sitescout.com
sociomantic.com 33across.com`

// Where people are sent to pay or to sign in, and come back from. Coming back is not coming: it says nothing.
export const hopHosts = `
paypal. stripe. mercadopago. pagseguro. pagseguro.uol.com.br pagar.me pagarme.com.br pagbank. adyen. klarna. sumup.
asaas.com iugu.com ebanx. cielo.com.br getnet. picpay. payu. moip.com.br vindi.com.br safe2pay.com.br juno.com.br
wompi. openpay. conekta. culqi. kushkipagos.com webpay.cl transbank.cl khipu.com dlocal.com braintreegateway.com
cardinalcommerce.com arcot.com 2checkout.com worldpay. authorize.net razorpay.com paddle.com accounts.google.com
login.live.com microsoftonline.com microsoftonline-p.com appleid.apple.com idmsa.apple.com auth0. okta. onelogin.com
acesso.gov.br duosecurity.com`

// Parts of a search engine's domain that are no search, and pages of links that people put in their profiles.
export const plainHosts = `
android.google.com docs.google.com drive.google.com calendar.google.com meet.google.com classroom.google.com
chat.google.com script.google.com keep.google.com analytics.google.com tagmanager.google.com ads.google.com
marketingplatform.google.com cloud.google.com support.google.com developers.google.com finance.yahoo.com linktr.ee
disk.yandex.ru metrika.yandex.ru s3.amazonaws.com`
