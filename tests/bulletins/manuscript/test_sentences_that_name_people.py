"""Sentences that name people, and what is read from each: kept beside, a sentence and those whom it names.

Behind a name stand its credit, its title, the part taken, and whether its bearer speaks, is somebody for sure, or
only does something that nobody but a person does.
"""

from pathlib import Path

import pytest

from bulletins.manuscript.sightings_en import sightings as english_sightings
from bulletins.manuscript.sightings_zh import sightings as chinese_sightings
from tests.kept_text import as_kept

KEPT = Path(__file__).parent
ENGLISH = """\
Petra Lund, Director of the Weir Office, said that it rains.
Petra Lund (Weir Office) said that it rains.
Petra Lund of the Weir Office said that it rains.
Chair Petra Lund asked who pays.
The Director, Petra Lund, asked who pays.
“It rains,” said Petra Lund.
Panellists included Petra Lund, Ivo Berg and Una Vik.
The panel included Petra Lund, Director of Rain; Ivo Berg, Dean of Sun; and Una Vik, Clerk of Moons.
Speakers: Petra Lund, Ivo Berg, Una Vik.
The session was moderated by Petra Lund, Editor of Tides.
The session was chaired jointly by the Editor of Tides, Petra Lund, and Ivo Berg.
Petra Lund was the moderator of the day.
Petra Lund and Ivo Berg acted as the facilitators.
The moderator was Petra Lund.
Chair: Petra Lund of the Weir Office.
Lund said that it rains. She added that it pours.
Lund said that it rains. It pours.
Rain said more than sun. He added that it pours.
LUND said that it rains. He added that it pours.
Norway said that it rains. She added that it pours.
Petra Lund was there. She said that it rains.
Petra Lund was there. She left.
Dr. Lund was there. She said that it rains.
Dr. Lund was there. She left early.
Petra Lund said that it rains. She then left.
Petra Lund and Ivo Berg were there. She said that it rains.
Petra Lund, who chairs the board, asked who pays.
Petra Lund, speaking for the weirs, asked who pays.
Petra Lund, the sponsor of the day, said that it rains.
Petra Lund, in her “short and wet” reply, said that it rains.
Petra Lund, also on the board, said that it rains.
Petra Lund and Ivo Berg, Dean of Sun, said that it rains.
Petra Lund, Ivo Berg and Una Vik said that it rains.
Petra Lund, then Ivo Berg, followed by Una Vik, said that it rains.
Petra Lund along with Ivo Berg as well as Una Vik argued that it rains.
The motion was proposed by Petra Lund and seconded by Ivo Berg.
The motion was put by Mr. Lund and seconded by Ms. Vik.
SECONDED BY MR. LUND, the motion passed.
Dr. Petra Lund doubted the sums.
Petra Lund doubted the sums.
Petra Lund, Dean of Rain, doubted the sums.
Petra Lund, Dean of Rain, attended the meeting.
Petra Lund, Dean of Rain, was invited by the board.
Petra Lund, Dean of Rain, made a short presentation.
Petra Lund, Dean of Rain, later also drew a map.
Petra Lund, Dean of Rain, was pictured by the press.
Petra Lund chaired the meeting.
Petra Lund delivered the keynote.
Petra Lund gave the opening remarks.
Petra Lund gave the closing remarks.
Petra Lund summed up the day.
Petra Lund compered the evening.
Petra Lund facilitated the talks.
Petra Lund took the floor.
Petra Lund read the minutes.
Petra Lund: it rains.
Petra Lund (Weir Office): it rains.
Petra Lund on rain and weirs: it rains.
Petra Lund, about the weir – and the sun: it rains.
Petra Lund – Rain over the weir: it pours.
Keynote speaker Petra Lund told of the weir.
The keynote by Petra Lund was short.
The talk jointly by the Dean, Petra Lund, was short.
“It rains.” – Petra Lund
"It rains." — Petra Lund, Weir Office
According to Petra Lund, it rains.
According to the Weir Office, it rains.
As Petra Lund put it, it rains.
In the view of Petra Lund, it rains.
In conversation with Petra Lund, it rained.
A conversation with Petra Lund, Dean of Rain, and Ivo Berg of the Weir Office followed.
The book by Petra Lund is wet.
At the Petra Lund house, it rained.
The road from Petra Lund to Ivo Berg is wet.
Senior Actuary Petra Lund said that premiums rise.
The Senior Actuary Petra Lund said that premiums rise.
Senior Actuary of the Weir Office Petra Lund said that premiums rise.
Weir Office Director Petra Lund said that it rains.
The summit welcomes President Petra Lund.
Chair Lund of the Rain Board said that it rains.
Chair Lund closed the meeting.
Director General Petra Lund said that it rains.
Member Lund said that it rains.
Member Rain said that it pours.
Mr. Lund said that it rains.
Mr Lund and Ms Vik said that it rains.
Mr. Per Vik said that it rains.
The Hon. R.I. Lund said that it rains.
H.E. Dr. Petra van ’t Hof said that it rains.
His Excellency Petra Lund said that it rains.
Her Excellency the President, Petra Lund, said that it rains.
Prof. Dr. Petra Lund-Berg said that it rains.
J. P. Lund said that it rains.
J.P. Lund said that it rains.
J. P. said that it rains.
Petra L. said that it rains.
Petra Lund Jr. said that it rains.
Petra Lund II said that it rains.
Pieter van der Berg said that it rains.
Pieter Van der Berg and Ludwig von Lund said that it rains.
Maria de la Cruz said that it rains.
Leonardo d’Arno said that it rains.
Sean O’Teal said that it rains.
Li Xi said that it rains.
Xi Lin said that it rains.
Ada May said that it rains.
April Showers said that it rains.
Ségolène Royal said that it rains.
Petra Baker said that it rains.
Judge Petra said that it rains.
Judge Lund said that it rains.
Sister Ada Berg said that it rains.
Sister Ada said that it rains.
Green Growth said that it rains.
Climate Finance said that it rains.
Costa Rica said that it rains.
New Norland said that it rains.
Lantern Bay Harbour said that it rains.
The Lantern Bay Harbour Board said that it rains.
The Ada Berg Foundation said that it rains.
The head of the Rain Institute Ada Berg said that it rains.
Rain Institute Ada Berg said that it rains.
Ada Berg University said that it rains.
Yesterday Ada Berg said that it rains.
However, Ada Berg said that it rains.
Finally, Ada Berg, however, said that it rains.
When Ada Berg said that it rains, all laughed.
If Ada Berg of the Weir Office agrees, we go on.
Ada Berg who had said that it rains left.
Said by Ada Berg, it rains.
Ada Berg would also like to know.
Ada Berg brought up the weir.
Ada Berg has in turn argued that it rains.
Ada Berg, for her part, said that it rains.
Ada Berg, on the other hand, said that it rains.
Ada Berg (pictured left), Dean of Rain, said that it rains.
Ada Berg (online) said that it rains.
Ada Lena Berg (ALB) said that it rains.
Ada Lena Berg (ALB), Dean of Rain, said that it rains.
Ada Lena Berg (WHO) said that it rains.
Ada Berg, Chair of the Rain Board (RB), said that it rains.
Ada Berg of the Rain Board (RB) said that it rains.
Ada Berg from Fenmark, a town by the weir, said that it rains.
Ada Berg, a farmer by the weir, said that it rains.
Ada Berg a farmer by the weir said that it rains.
Ada Berg the brave said that it rains.
Ada Berg, mayor of Fenmark, and Ivo Lund said that it rains.
Ada Berg, mayor of Fenmark and Dean of Rain, said that it rains.
Ada Berg, Fenmark, said that it rains.
Ada Berg, Fenmark Weir Office, said that it rains.
Ada Berg, FWO, said that it rains.
Ada Berg, Fenmark Weir Office, was there.
Ada Berg, Fenmark, was there.
Ada Berg, Dean of Rain, Fenmark Weir Office, Norland, said that it rains.
Ada Berg, Dean of Rain, who left early, said that it rains.
Ada Berg, Dean of Rain; it rains.
Ada Berg, Dean of Rain.
Ada Berg and Ivo Lund.
“We pay,” said Omar Teal, mayor of Fenmark.
“We pay,” said Omar Teal, mayor of Fenmark, and left.
“We pay,” Omar Teal said.
“We pay,” he said, and Omar Teal nodded.
Omar Teal asked Petra Lund who pays.
Omar Teal thanked Petra Lund of the Weir Office.
It was said by Omar Teal and by Petra Lund that it rains.
Remarks were made by Omar Teal, Dean of Rain.
A paper was presented by Omar Teal.
The meeting was opened by Omar Teal and closed by Petra Lund.
The floor was given to Omar Teal.
Guests were Omar Teal, a farmer, Petra Lund, a baker, and Una Vik, a smith.
Guests were Green Growth and Omar Teal.
The workshop brought together Omar Teal of Fenmark, Petra Lund of Rainford and others.
The webinar featured the Dean of Rain, Omar Teal, and the Clerk of Weirs, Petra Lund.
Moderators included Omar Teal and Petra Lund.
The debate was led by Omar Teal.
Led by Omar Teal, the group left.
Omar Teal or Petra Lund said that it rains.
Omar Teal; Petra Lund; Una Vik said that it rains.
Ada Berg (AL) said that it rains.
Ada Lena Berg (AB) said that it rains.
Ada Lena Berg (XB) said that it rains.
Ada Lena Berg (AX) said that it rains.
Ada Berg (XY) said that it rains.
Ada Berg, a farmer who has lived and worked by the weirs of the valley that hold the rain of it, said so.
Ada Berg, Dean and Chair, said that it rains.
The Dean, Ada Berg, Fenmark Weir Office, said that it rains.
Petra Lund, Chair of the Board and Ivo Berg, Dean of Sun, said that it rains.
Ada Berg, Fenmark and Rainford, said that it rains.
Ada Berg, A, said that it rains.
Guests were Omar Teal, FQ.
Guests were Omar Teal, F.
Ada Berg, The Weir of All the Rain of Fenmark and Rainford, said that it rains.
Ada Berg, The Old Weir of All the Rain of Fenmark and Rainford, said that it rains.
Weir Office Director and Chair of the Board Petra Lund said that it rains.
Chief of Staff Petra Lund said that it rains.
Yesterday the Dean, Petra Lund, said that it rains.
Then their Dean, Petra Lund, said that it rains.
An old Dean of Rain, Petra Lund, said that it rains.
The Mayor met Dean Petra Lund, who said that it rains.
The city welcomed and thanked Dean Petra Lund.
Guests included the Dean of Rain, Petra Lund, and the Clerk, Ivo Berg.
Guests included Berg and Petra Lund.
Petra said that it rains.
Petra: it rains.
“It rains,” said Petra.
Lund of the Weir Office said that it rains.
Moderator Petra Lund said that it rains.
Moderator Petra Lund was there.
The moderator, Petra Lund, asked who pays.
Keynote speaker Petra Lund said that it rains.
The panel was moderated by Petra Lund and Ivo Berg.
Chair Petra Lund opened the meeting.
The meeting was chaired by Chair Petra Lund.
Lin Mo (林墨), Dean of Sun, said that it shines. Lin Mo (林墨) said that it pours.
Head of the Rain Institute Petra Lund said that it rains.
Cllr P Lund asked who pays. Councillor P Lund asked who pays.
Senior Actuary Petra Lund’s report said that it rains.
Petra Lund, director and dean of rain, said that it rains.
“It rains,” said Petra Lund, Director of Rain, adding that it pours.
Petra Lund said that it rains, and Ivo Berg that it pours.
Zuri Zandt argued that it rains.
Paris Zandt argued that it rains.
Rain Zandt argued that it rains.
The head said the, Petra Lund, asked who pays.
The head said request of, Petra Lund, asked who pays.
Rainernorth Weir Commission Deputy Chair Petra Lund (Weir Office) said that it rains.
Rainerwest Weir Commission Deputy Chair Petra Lund (Weir Office) said that it rains.
Ada Berg, a man of the sea and of the sun and of the old moon, said that it rains.
Ada Berg, a man of the sea and of the sun and of the very old moon, said that it rains.
Ada Berg, Of Zandt, was there.
Ada Berg, UN, was there.
Ada Berg, U, was there.
Ada Berg, FQ, was there.
Ada Berg, Zandt A, was there.
Ada Berg, Zandt Oof Aab Caad Deee Feef, said that it rains.
Ada Berg, Zandt Oof Aab Caad Deee Feef Guug, said that it rains.
A chair of the Rain Board, Petra Lund, said that it rains.
Summit welcomes a Chair Lund, who said that it rains.
It was told on behalf of the absent Dr. Ada Berg, Dean of Rain.
The panel included Ada Berg, Director, Hill and Dale Zandt.
The panel included Ada Berg, Director of Rain, and Zandt Quell.
The panel included Ada Berg and Zandt Quell.
Zuri Zandt and Ivo Lund reviewed the budget, noting that it costs more.
Zuri Zandt reviewed the budget, noting that it costs more.
Dr. Lund is the agency’s tech lead for data.
Ada is the agency’s tech lead for data.
Ada Berg of Rain University, UK said that it rains.
Ada Berg of Rain University, Dean of Rain, said that it rains.
Ada Berg, moderated by Ivo Lund, Dean of Sun, said that it rains.
Ada Berg, said the Dean of Sun, was there.
Ada Berg, chaired the Dean of Sun, was there.
MINISTER DR. LUND said that it rains.
MOVED DR. LUND said that it rains.
""".splitlines()

CHINESE = """\
芦汀市规划研究院副院长令狐野指出，水要留。
令狐野（规划研究院副院长）表示，水要留。
规划研究院令狐野教授认为，水要留。
会议由院长令狐野主持。
会议由令狐野主持。
令狐野：水要留。
令狐野指出，水要留。
令狐野教授指出，水要留。
令狐野教授和端木晴处长指出，水要留。
令狐野教授、端木晴处长、欧阳川主任分别发言。
副校长令狐野、端木晴出席。
水务局局长令狐野、规划局局长端木晴、欧阳川出席。
公孙礼总建筑师指出，水要留。
令狐野委员指出，水要留。
令狐野委员会指出，水要留。
令狐野代表团指出，水要留。
令狐野代表商会指出，水要留。
令狐野代表商会提出，水要留。
海岬市市长指出，水要留。
社会司原司长指出，水要留。
社会司原司长令狐野指出，水要留。
党支部副书记令狐野主持。
高原指出，水要留。
院长高原指出，水要留。
院长高原出席。
安全指出，水要留。
令狐均表示，水要留。
局长江晓东又表示，水要留。
局长江晓又表示，水要留。
令狐野在会上指出，水要留。
令狐野在致辞中指出，水要留。
令狐野作了题为《水》的报告。
令狐野作主题报告。
令狐野作主旨演讲。
令狐野教授作主题报告，端木晴作总结。
令狐野分别作报告。
令狐野（水务局）指出，水要留。
令狐野（下雨）指出，水要留。
令狐野（高级工程师）、端木晴（院长）参加。
据院长令狐野介绍，水要留。
主持人令狐野：水要留。
主席令狐野宣布开会。
由令狐野院长致辞，端木晴院长总结。
院长　江　川指出，水要留。
院长　令狐野指出，水要留。
主任　车　前指出，水要留。
Petra Lund教授指出，水要留。
水务局局长Petra Lund指出，水要留。
Petra Lund（院长）指出，水要留。
Petra Lund指出，水要留。
Petra Lund很好。
约翰·伦德教授指出，水要留。
院长约翰·伦德指出，水要留。
约翰·伦德指出，水要留。
阿依努尔·艾合买提代表边贸商会提出，水要留。
州文旅局局长索南央金指出，水要留。
局长索南强调，水要留。
达瓦卓玛认为，水要留。
巴布亚达瓦认为，水要留。
随后巴雅尔（草原学会会长）建议，水要留。
總工程師令狐野指出，水要留。
令狐野教授指出，與會專家認為水要留。
会上，水务局局长令狐野等先后发言。
参加会议的有令狐野、端木晴。
出席会议的有水务局局长令狐野，规划局局长端木晴。
参会人员：令狐野、端木晴。
令狐野教授首先对大家表示欢迎。
令狐野教授从三个方面谈水。
随后，令狐野谈到，水要留。
对此，令狐野回应：水要留。
“水要留。”令狐野说。
“水要留。”令狐野教授说。
令狐野说，端木晴指出水要留。
令狐野的报告指出，水要留。
令狐野教授的报告指出，水要留。
令狐野路很长。
令狐野路8号很长。
令狐野院长的车很好。
感谢令狐野院长。
感谢令狐野院长、端木晴处长的支持。
感谢院长令狐野的支持。
学会会长、博士生导师秦苇文作报告。
学会会长兼秘书长秦苇文作报告。
学会副会长（主持工作）秦苇文作报告。
学会会长（兼）秦苇文作报告。
某学院院长、教授秦苇文，某学院副院长江汀红作报告。
市水务局党组书记、局长秦苇文出席会议并讲话。
苏芦副院长致辞。苏芦院长首先对各位表示欢迎。
居民代表令狐野、端木晴分别发言。
居民令狐野说，水要留。
村民老江说，水要留。
江教授说，水要留。
江老师指出，水要留。
文学院指出，水要留。
向阳指出，水要留。
陈向军指出，水要留。
江和平指出，水要留。
江红和指出，水要留。
江和红指出，水要留。
白云指出，水要留。
白云教授指出，水要留。
校长江志红指出，水要留。
秘书长江志红指出，水要留。
市长江志红指出，水要留。
长江志红指出，水要留。
副市长江红在现场表示，水要留。
令狐野博士指出，水要留。
令狐野先生指出，水要留。
令狐野同志指出，水要留。
令狐野们指出，水要留。
论坛由水务局主办，令狐野主持。
开幕式由芦汀大学副校长江汀红主持。
闭幕式由论坛秘书长欧阳川主持，副市长公孙礼致辞，规划院副院长令狐野、合作社理事长仉督刚先后发言。
令狐野主持会议，端木晴致辞，欧阳川总结。
令狐野点评。
令狐野教授进行点评。
令狐野教授（左）指出，水要留。
图为令狐野教授发言。
令狐野教授发言后，端木晴处长指出，水要留。
《水》主编令狐野指出，水要留。
记者江川问：“水怎么留？”
院长令狐野和处长端木晴主持会议。
院长令狐野和端木晴处长出席。
江志和教授指出，水要留。
江书记和令狐院长指出，水要留。
江强书记和令狐野院长指出，水要留。
主持人令狐野请处长端木晴介绍水库。
校党委书记令狐野前往水库调研。
芦汀市市长令狐野一行来到水库。
秘书长阿利莫夫表示，水要留。
阿利莫夫秘书长通报了水情。
会上，阿利莫夫秘书长通报了水情。
斯里兰卡代表表示，水要留。
驻华大使卡里姆·多罗夫向与会专家通报了水情。
驻华大使卡里姆·多罗夫在致辞中谈到，水要留。
水库主任令狐野少将表示，水要留。
全国人大代表令狐野指出，水要留。
中国科学院院士、芦汀大学教授令狐野指出，水要留。
芦汀大学 教授 令狐野 指出，水要留。
令狐野组长指出，水要留。
来自芦汀大学的令狐野教授指出，水要留。
会议邀请了芦汀大学教授令狐野作报告。
编辑苏小小与芦汀集团总工程师令狐野指出，水要留。
院长江汀红教授、处长令狐野指出，水要留。
参加座谈的有水务局局长令狐野、规划局局长端木晴。
著名专家、芦汀大学教授令狐野指出，水要留。
3月5日上午，水务局局长令狐野指出，水要留。
据水务局局长令狐野介绍，水要留。
在圆桌环节，水务局局长令狐野表示，水要留。
主持人是芦汀大学教授令狐野。
会见了水务局局长令狐野。
芦汀大学水务学院党委副书记、副院长、教授、博士生导师令狐野指出，水要留。
副局长（主持工作）令狐野（高级工程师）指出，水要留。
令狐野博士（芦汀大学）指出，水要留。
芦汀大学令狐野博士（教授）指出，水要留。
令狐野所长强调，水要留。
令狐野研究员、端木晴研究员建议，水要留。
规划院总工程师令狐野说明了情况。
规划院总工程师令狐野的报告很长。
水务局局长令狐野主持会议并讲话。
水务局局长令狐野主持会议，规划局局长端木晴致辞。
居民代表令狐野、端木晴、欧阳川分别发言。
副局长令狐野、端木晴、欧阳川分别发言。
其中，令狐野教授指出，水要留。
此外，端木晴处长也指出，水要流。
令狐野教授则认为，水要留。
令狐野教授还认为，水要留。
令狐野教授：水要留。
令狐野（教授）：水要留。
水务局局长令狐野：水要留。
水务局局长令狐野在题为《水》的报告中指出，水要留。
水务局局长令狐野以《水》为题作报告。
水务局局长令狐野围绕水谈了三点。
水务局局长令狐野作总结讲话。
水务局局长令狐野最后总结说，水要留。
水务局局长令狐野代表市政府致欢迎辞。
水务局局长令狐野宣布会议开始。
水務局局長令狐野致辭，規劃局局長端木晴總結。
芦汀大学校长助理令狐野表示，水要留。
芦汀大学原校长令狐野表示，水要留。
世界水协会主席约翰·伦德（视频）表示，水要留。
芦汀大学教授李 强表示，水要留。
芦汀大学教授林小雨说，水要留。林小雨还说，水要流。
芦汀大学学生林小雨说，水要留。
王刚律师认为，水要留。
芦汀律师事务所王刚律师认为，水要留。
芦汀市第一小学校长王刚说，水要留。
令狐野（規劃研究院副院長）表示，水要留。
規劃院院長令狐野說，水要留。端木晴（規劃院院長）則說，水要流。
規劃研究院副院長公孫禮表示，水要留。
規劃研究院副院長（主持工作）公孫　禮表示，水要留。
世界水協會主席約翰·倫德表示，水要留。
規劃院院長Petra Lund和規劃院研究員公孫禮表示，水要留。
公孫禮（規劃院院長）表示，水要留。公孫禮認為，水要流。
主持人：公孙礼说，水要留。
端木晴教授还表示，水要留。
芦汀大学林均院长表示，水要留。
公孙礼代表表示，水要留。
公孙礼代表团表示，水要留。
宣传委员代表管网处发言。
总工程师林均认为，水要留。
王刚（主持人）说，水要留。
王刚（芦汀大学教授、主持人）说，水要留。
司徒岚总说，水要留。
司徒岚总结说，水要留。
对此，令狐野院长就雨水作了回应。他说，水要留。
令狐野和处长端木晴表示，水要留。
令狐野和校长江志红表示，水要留。
令狐野院长和校长江志红说，水要留。
水利和湖泊局局长令狐野表示，水要留。
规划院院长扎西教授、水务局局长令狐野表示，水要留。
规划院院长李强博士、水务局局长令狐野表示，水要留。
规划院副院长、芦汀大学教授令狐野表示，水要留。
规划院院长公孙礼和林小雨表示，水要留。
水务局局长林小均表示，水要留。
林小均表示，水要留。
主持论坛的规划院院长公孙礼说，水要留。
会议由主持人、规划院院长公孙礼主持。
主持：公孙礼院长，水要留。
公孙礼委员们表示，水要留。
社会司原司长表示，水要留。
规划院院长公孙礼（视频）表示，水要留。
公孙礼院长的报告题为《雨水》。
公孙礼院长以“雨水”为题作报告，端木晴局长则从管网入手，建议修水库。
公孙礼院长对各位专家、领导表示欢迎。
阿依古丽·买买提代表商会发言。
世界水协会主席约翰·伦德等先后发言。
公孙礼院长（中）与端木晴局长（左）。
水务局局长Petra Lund出席论坛。
Petra Lund 说水要留。
规划院院长Petra Lund 是芦汀人。
Petra Lund来到水边，她认为，水要留。
Zuri Zandt 认为，水要留。
院长令狐野，水务局工程师说水要留。
院长令狐野、水务局工程师说水要留。
论坛由水务局令狐野主持。
会议由水务局令狐野主持，林小雨致辞。
八十六岁的令狐野老师说，水要留。
他的令狐野老师说，水要留。
局长令狐野出席。局长端木晴出席。他说水要留。
局长令狐野出席，局长端木晴也出席。他说水要留。
局長令狐野出席。他说水要留。局長端木晴出席。
水，原小雨院长表示，水要留。
林小原院长表示，水要留。
向小雨院长表示，水要留。
向阳院长表示，水要留。
水，向阳院长表示，水要留。
“向阳院长表示，水要留。”
在，向阳院长表示，水要留。
原野院长表示，水要留。
方向明院长表示，水要留。
令狐野说，水要留。局长林小均表示，水要流。
令狐野、局长林小均表示，水要流。
局长令狐野致，水要留。
白云委员代表商会发言。
白云委员说，水要留。
白云委员：水要留。
白云委员来到水边。
白云委员到水边，说水要留。
水边，白云委员代表商会发言。
宣传委员说，水要留。
纪检委员代表商会发言。
院长高翔出席论坛。
院长高翔飘着。
令狐野围绕雨水，认为水要留。
水务局江水流以“雨水”为题，介绍了水。
林晚站起来，认为水要留。
""".splitlines()


def shown(one):
    """A sighting on a line."""
    role = " ".join(filter(None, (one.role, one.role_printed)))
    flags = [flag for flag in ("speaks", "sure", "acts") if getattr(one, flag)]
    told = (
        one.name,
        one.credit,
        one.honorific and f"<{one.honorific}>",
        role and f"[{role}]",
        " ".join(flags),
    )
    return " | ".join(filter(None, told))


@pytest.mark.parametrize(
    ("sentences", "sightings", "kept"),
    [
        (ENGLISH, english_sightings, "english_sentences.txt"),
        (CHINESE, chinese_sightings, "chinese_sentences.txt"),
    ],
    ids=["en", "zh"],
)
def test_whom_a_sentence_names(sentences, sightings, kept):
    told = "".join(
        f"> {text}\n" + "".join(f"  {shown(one)}\n" for one in sightings(text)) for text in sentences
    )

    assert told == as_kept(KEPT / kept, told)
