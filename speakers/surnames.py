"""Family names, as far as a split of a name needs them. Plain data; Chinese ones in simplified characters."""

# Chinese surnames of two characters.
COMPOUND = frozenset(
    """
    欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠
    公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 令狐 百里 呼延 西门 拓跋 贺兰 纳兰
    轩辕 第五 淳于 单于 完颜 耶律 叶赫 东郭 南门 羊舌 微生 梁丘 左丘 东门 乐正 壤驷 公良 漆雕 宰父 谷梁 段干 夹谷
    颛孙 屈突 即墨 南荣 东里 谯笪 哥舒 可频 侯莫 沙陀 达奚 贺拔 独吉 粘罕 斛律 宗正 公仪 公输 左人 高辛 伏羲
    仉督 仆固
    """.split()  # noqa: SIM905 (a list of a hundred strings is not read)
)
# Surnames that are read otherwise than the character usually is.
READINGS = {
    "单": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "翟": "zhai", "查": "zha", "朴": "piao", "区": "ou",
    "覃": "qin", "缪": "miao", "盖": "ge", "乐": "yue", "员": "yun", "洗": "xian", "繁": "po", "黑": "he",
    "折": "she", "秘": "bi", "重": "chong", "种": "chong", "都": "du", "召": "shao", "佴": "nai", "卜": "bu",
    "句": "gou", "么": "yao", "能": "nai", "薄": "bo", "郇": "xun", "祭": "zhai", "藏": "zang", "阚": "kan",
    "粘": "nian", "子车": "ziju", "乐正": "yuezheng", "尉": "wei", "尉迟": "yuchi", "万俟": "moqi",
}  # fmt: skip
# Chinese surnames of one character that are common enough for a Latin name to be proposed.
SINGLE = frozenset(
    "眭妫佴郈郄禤禚綦忻恽苌鄯"
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟"
    "姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤常温康施文牛樊"
    "葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝"
    "路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂"
    "全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚"
    "鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮"
    "都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元"
    "澹巢束檀衣信展阴昝智幸奉植衡富尧闭由萧赖阎骆钮寿习傅洪竺闾雒郗逄缑庹"
    "酆贲荀邴糜隗宓蓬钭韶蓟莘郦郤璩濮郏宦庾暨殳夔厍訾乜蒯桓沃蔚汲羿禄仉郇贝滑"
)
# Characters that Chinese writes foreign and minorities' names with; a given name of nothing else is no Han name.
SOUNDS = frozenset(
    "斯密尔姆特克德夫拉提买依古丽木江汗巴巴阿不都热合曼库尔班吐逊艾力扎西卓玛达瓦次仁洛桑旺堆顿珠伊萨"
)
KOREAN = frozenset(
    """
    kim lee park choi jung jeong kang cho yoon yun jang lim im han oh seo shin kwon hwang ahn song yoo
    yu hong jeon ko moon yang son bae baek heo nam sim noh ha kwak sung cha joo ju woo koo min ryu na
    jin ji um chae won chun bang gong hyun byun yeom do seok seon sul ma gil pyo ki ban rhee yi pak
    """.split()  # noqa: SIM905 (the same)
)
VIETNAMESE = frozenset(
    """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong doan trinh mai
    lam dao luong cao thai tang quach chau phung luu ta to vuong ha
    """.split()  # noqa: SIM905 (the same)
)
# Second words of Vietnamese names, written before the given name.
VIETNAMESE_MIDDLE = frozenset({"van", "thi", "duc", "huu", "quang", "ngoc", "xuan", "dinh", "minh", "thanh"})
# Hungarian surnames that are no given names: what Hungarian puts first.
HUNGARIAN = frozenset(
    """
    Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos
    Mészáros Oláh Rácz Fekete Szilágyi Török Fehér Szűcs Kocsis Pintér Fodor Orsós Sipos Szalai Gulyás
    Bíró Király Katona Boros Váradi Fazekas Orosz Somogyi Veres Budai Vincze Hegedűs Deák Szőke Vörös
    Vass Lengyel Bodnár Hajdú Halász Székely Kozma Pásztor Bakos Dudás Soós Nemes Pataki Faragó Borbély
    Balla Benkő Kerekes Szekeres Csonka Erdős Gál Kertész Szántó
    """.split()  # noqa: SIM905 (the same)
)
# Spanish surnames, folded, that come first of two. Words that are given names too are not among them.
SPANISH = frozenset(
    """
    garcia lopez perez sanchez gomez fernandez gonzalez rodriguez martinez hernandez jimenez ruiz diaz
    moreno munoz alvarez romero gutierrez navarro dominguez vazquez ramos ramirez serrano molina morales
    suarez ortega delgado castro ortiz rubio marin sanz nunez iglesias medina garrido cortes castillo
    lozano guerrero cano prieto mendez cruz calvo gallego vidal herrera marquez cabrera vargas rivera
    rojas flores mendoza aguilar salazar guzman espinoza fuentes contreras sandoval quispe zapatero
    restrepo arango ibarra olmedo
    """.split()  # noqa: SIM905 (the same)
)
# Chinese surnames as pinyin writes them, without those that are as often a given name.
PINYIN = frozenset(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie
    song tang deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lyu ding
    ren lu yao shen zhong cui tan fan wang liao shi jin jia xia fu fang zou xiong bai meng qin qiu hou
    jiang yin xue yan duan lei long tao hao gu gong shao wan qian dai mo kong xiang chang wen kang niu
    ge xing an qi qiao pang nie zhuang geng guan lan jiao zuo liu gan zhu bao ning ouyang sima zhuge
    shangguan situ murong huangfu linghu
    """.split()  # noqa: SIM905 (the same)
)
