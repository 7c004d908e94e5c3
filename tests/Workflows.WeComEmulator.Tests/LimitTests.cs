using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Tests;

/// <summary>One more than the platform allows: the error code, and the violation that makes tests fail.</summary>
public sealed class LimitTests : EmulatorTests
{
    [Theory]
    [InlineData(4_000, 0, null)]
    [InlineData(4_001, 40058, Breaches.TooLong)]
    public async Task MassMessage_TextInBytes_IsLimited(int bytes, int code, string? breach) =>
        await CheckAsync(
            "add_msg_template",
            new { sender = Owner, text = new { content = new string('x', bytes) } },
            code,
            breach
        );

    [Fact]
    public async Task MassMessage_ChineseText_CountsThreeBytesALetter() =>
        await CheckAsync(
            "add_msg_template",
            new { sender = Owner, text = new { content = new string('字', 1_334) } },
            40058,
            Breaches.TooLong
        );

    [Theory]
    [InlineData(9, 0, null)]
    [InlineData(10, 40058, Breaches.TooMany)]
    public async Task MassMessage_Attachments_AreAtMostNine(int count, int code, string? breach) =>
        await CheckAsync("add_msg_template", new { sender = Owner, attachments = Links(count, "标题") }, code, breach);

    [Fact]
    public async Task MassMessage_LongLinkTitle_IsRefused() =>
        await CheckAsync(
            "add_msg_template",
            new { sender = Owner, attachments = Links(1, new string('x', 129)) },
            40058,
            Breaches.TooLong
        );

    [Fact]
    public async Task MassMessage_UnknownMedia_IsRefused() =>
        await CheckAsync(
            "add_msg_template",
            new { sender = Owner, attachments = Images("none") },
            40007,
            Breaches.Media
        );

    [Fact]
    public async Task MassMessage_ExpiredMedia_IsRefused()
    {
        var media = await Platform.UploadAsync("image");
        await People.AdvanceAsync(TimeSpan.FromDays(3));
        Platform.ForgetToken();

        await CheckAsync(
            "add_msg_template",
            new { sender = Owner, attachments = Images(media) },
            40007,
            Breaches.Media
        );
    }

    [Fact]
    public async Task MassMessage_FreshMedia_IsTaken()
    {
        var media = await Platform.UploadAsync("image");
        await People.AdvanceAsync(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Platform.ForgetToken();

        await CheckAsync("add_msg_template", new { sender = Owner, attachments = Images(media) }, 0, null);
    }

    [Fact]
    public async Task MassMessage_TooManyCustomers_IsRefused() =>
        await CheckAsync(
            "add_msg_template",
            new { external_userid = Enumerable.Repeat("wm", 10_001), text = new { content = "x" } },
            40058,
            Breaches.TooMany
        );

    [Fact]
    public async Task MassMessage_ToGroupsWithoutSender_IsRefused() =>
        await CheckAsync(
            "add_msg_template",
            new { chat_type = "group", text = new { content = "x" } },
            40063,
            Breaches.Missing
        );

    [Fact]
    public async Task MassMessage_ToStrangersOnly_HasNothingToSend() =>
        await CheckAsync(
            "add_msg_template",
            new { external_userid = new[] { Stranger }, text = new { content = "x" } },
            41048,
            null
        );

    [Fact]
    public async Task MassMessage_UnknownKind_IsRefused() =>
        await CheckAsync(
            "add_msg_template",
            new { sender = Owner, attachments = new[] { new { msgtype = "voice", voice = new { media_id = "x" } } } },
            41065,
            Breaches.Wrong
        );

    [Fact]
    public async Task Moment_ImagesAndLinkTogether_AreRefused()
    {
        var media = await Platform.UploadAsync("image");
        object[] mixed =
        [
            new { msgtype = "image", image = new { media_id = media } },
            new
            {
                msgtype = "link",
                link = new
                {
                    title = "t",
                    url = "https://example.com",
                    media_id = media,
                },
            },
        ];

        await CheckAsync("add_moment_task", new { attachments = mixed }, 41065, Breaches.MixedMoments);
    }

    [Fact]
    public async Task Moment_TextInCharacters_IsLimited() =>
        await CheckAsync(
            "add_moment_task",
            new { text = new { content = new string('字', 2_001) } },
            40058,
            Breaches.TooLong
        );

    [Fact]
    public async Task ContactWay_OfOneMemberWithTwo_IsRefused() =>
        await CheckAsync(
            "add_contact_way",
            new
            {
                type = 1,
                scene = 2,
                user = new[] { Owner, Colleague },
            },
            41041,
            Breaches.Wrong
        );

    [Fact]
    public async Task ContactWay_LongState_IsRefused() =>
        await CheckAsync(
            "add_contact_way",
            new
            {
                type = 1,
                scene = 2,
                user = new[] { Owner },
                state = new string('x', 31),
            },
            40058,
            Breaches.TooLong
        );

    [Fact]
    public async Task JoinWay_OfSixGroups_IsRefused() =>
        await CheckAsync(
            "groupchat/add_join_way",
            new { scene = 2, chat_id_list = Enumerable.Repeat(GroupId, 6) },
            40058,
            Breaches.TooMany
        );

    [Fact]
    public async Task Remark_LongName_IsRefused() =>
        await CheckAsync(
            "remark",
            new
            {
                userid = Owner,
                external_userid = Friend,
                remark = new string('字', 21),
            },
            40058,
            Breaches.TooLong
        );

    [Fact]
    public async Task Body_ThatIsNoJson_IsAViolation()
    {
        Refused(47001, await Platform.PostTextAsync("externalcontact/add_msg_template", "{"));
        await BrokeAsync(Breaches.Json);
    }

    [Fact]
    public async Task Address_Unknown_IsAViolation()
    {
        using var client = new HttpClient { BaseAddress = Emulator.Address };
        using var response = await client.GetAsync("/cgi-bin/externalcontact/no_such_thing");

        Assert.False(response.IsSuccessStatusCode);
        await BrokeAsync(Breaches.Address);
    }

    [Fact]
    public async Task Tags_MoreThanThreeThousand_AreRefused()
    {
        var tags = Enumerable.Range(0, 2_999).Select(number => new { name = $"标签{number}" });
        await CheckAsync("add_corp_tag", new { group_name = "很多", tag = tags }, 40126, null);
    }

    private static object[] Images(string media) => [new { msgtype = "image", image = new { media_id = media } }];

    private static object[] Links(int count, string title) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new { msgtype = "link", link = new { title, url = "https://example.com" } }),
        ];

    private async Task CheckAsync(string path, object body, int code, string? breach)
    {
        Refused(code, await Platform.PostAsync($"externalcontact/{path}", body));
        Assert.Equal(
            breach is null ? [] : [breach],
            (await People.ViolationsAsync()).Select(violation => violation.Kind)
        );
    }
}
