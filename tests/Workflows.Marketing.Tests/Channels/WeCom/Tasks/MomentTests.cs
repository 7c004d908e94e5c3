using System.Text.Json.Nodes;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

public sealed class MomentTests : IDisposable
{
    private static readonly MessageContent Content = new(
        "新品上市",
        [new Attachment.Link("看看", "https://example.com")]
    );
    private readonly TaskRig _rig = new();

    // What WeCom has: the Moments made, whether their jobs are done, who has published.
    private readonly List<JsonNode> _made = [];
    private readonly HashSet<string> _published = [];
    private bool _areJobsDone;
    private bool _isAnswerLost;
    private int _jobError;

    public MomentTests() => _rig.Server.Answer = Answer;

    [Fact]
    public async Task Send_Members_OneTaskForAllAndTheJobIsFollowed()
    {
        var channel = _rig.Channel();
        DeliveryAttempt[] attempts = [_rig.ToMoments("zhangsan", Content), _rig.ToMoments("lisi", Content)];

        var accepted = await channel.SendAsync(attempts, default);
        var running = await CheckAsync(attempts);
        _areJobsDone = true;
        var made = await CheckAsync(attempts);
        _published.Add("lisi");
        var published = await CheckAsync(attempts);

        Assert.Equal(
            """{"text":{"content":"新品上市"},"attachments":[{"msgtype":"link","link":{"title":"看看","url":"https://example.com"}}],"visible_range":{"sender_list":{"user_list":["zhangsan","lisi"]}}}""",
            Normal(Assert.Single(_made))
        );
        Assert.All(accepted, receipt => Assert.Equal("job0", Assert.IsType<Receipt.Accepted>(receipt).Reference));
        Assert.All(running.Concat(made), receipt => Assert.IsType<Receipt.Accepted>(receipt));
        Assert.IsType<Receipt.Accepted>(published[0]);
        Assert.Equal("mom0", Assert.IsType<Receipt.Delivered>(published[1]).Reference);
    }

    [Fact]
    public async Task Check_JobKnown_IsNotAskedAgain()
    {
        DeliveryAttempt[] attempts = [_rig.ToMoments("zhangsan", Content)];
        await _rig.Channel().SendAsync(attempts, default);
        _areJobsDone = true;

        await CheckAsync(attempts);
        await CheckAsync(attempts);

        Assert.Single(_rig.Server.Calls, call => call.Is("get_moment_task_result"));
    }

    [Fact]
    public async Task Check_JobFailed_EndsAll()
    {
        DeliveryAttempt[] attempts = [_rig.ToMoments("zhangsan", Content)];
        await _rig.Channel().SendAsync(attempts, default);
        (_areJobsDone, _jobError) = (true, 60111);

        var receipts = await CheckAsync(attempts);

        Assert.Equal("wecom_60111", Assert.IsType<Receipt.Ended>(receipts[0]).ReasonCode);
    }

    [Fact]
    public async Task Send_AnswerLost_IsAdopted()
    {
        _isAnswerLost = true;
        _areJobsDone = true;
        var attempt = _rig.ToMoments("zhangsan", Content);

        var first = await _rig.Channel().SendAsync(attempt, default);
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = await _rig.Channel().SendAsync(attempt with { Number = 2 }, default);
        _published.Add("zhangsan");
        var checkedNow = await _rig.Channel().CheckAsync([TaskRig.Submitted(attempt, "mom0")], default);

        Assert.IsType<Receipt.Unknown>(first);
        Assert.Equal("mom0", Assert.IsType<Receipt.Accepted>(second).Reference);
        Assert.IsType<Receipt.Delivered>(checkedNow[0]);
        Assert.Single(_made);
    }

    [Fact]
    public async Task Cancel_Running_CannotBeDoneYet()
    {
        await _rig.Channel().SendAsync(_rig.ToMoments("zhangsan", Content), default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Channel().CancelAsync("job0", default));
        _areJobsDone = true;
        await _rig.Channel().CancelAsync("job0", default);

        Assert.Equal("""{"moment_id":"mom0"}""", _rig.Server.Calls.Single(call => call.Is("cancel_moment_task")).Text);
    }

    [Fact]
    public async Task Remind_MembersWhoWait_GetAMessageOfTheApplication()
    {
        await _rig.Channel().SendAsync([_rig.ToMoments("zhangsan", Content), _rig.ToMoments("lisi", Content)], default);
        _areJobsDone = true;
        _published.Add("lisi");

        await _rig.Channel().RemindAsync("job0", default);

        var reminder = _rig.Server.Calls.Single(call => call.Is("message/send")).Body!;
        Assert.Equal("zhangsan", (string?)reminder["touser"]);
        Assert.Equal(7, (int)reminder["agentid"]!);
    }

    [Fact]
    public async Task Send_PicturesAndALink_AreRefused()
    {
        var mixed = new MessageContent("x", [new Attachment.Image(null, "https://p/1"), .. Content.Attachments]);

        var receipt = await _rig.Channel().SendAsync(_rig.ToMoments("zhangsan", mixed), default);

        Assert.Equal("wecom_content", Assert.IsType<Receipt.Ended>(receipt).ReasonCode);
    }

    public void Dispose() => _rig.Dispose();

    private Task<IReadOnlyList<Receipt>> CheckAsync(DeliveryAttempt[] attempts) =>
        _rig.Channel().CheckAsync([.. attempts.Select(attempt => TaskRig.Submitted(attempt, "job0"))], default);

    private WeComServerAnswer Answer(WeComServerCall call) =>
        call.Path[(call.Path.LastIndexOf('/') + 1)..] switch
        {
            "add_moment_task" => Add(call.Body!),
            "get_moment_task_result" => new(Job()),
            "get_moment_task" => new(
                new JsonObject
                {
                    ["errcode"] = 0,
                    ["task_list"] = new JsonArray([
                        .. Members(_made[0])
                            .Select(member => new JsonObject
                            {
                                ["userid"] = member,
                                ["publish_status"] = _published.Contains(member) ? 1 : 0,
                            }),
                    ]),
                }.ToJsonString()
            ),
            "get_moment_list" => new(
                new JsonObject
                {
                    ["errcode"] = 0,
                    ["moment_list"] = new JsonArray([
                        .. _made.Select(
                            (made, at) =>
                                new JsonObject
                                {
                                    ["moment_id"] = $"mom{at}",
                                    ["create_time"] = 1,
                                    ["text"] = made["text"]!.DeepClone(),
                                    ["link"] = made["attachments"]![0]!["link"]!.DeepClone(),
                                }
                        ),
                    ]),
                }.ToJsonString()
            ),
            _ => new("""{"errcode":0}"""),
        };

    private string Job() =>
        !_areJobsDone ? """{"errcode":0,"status":2}"""
        : _jobError == 0 ? """{"errcode":0,"status":3,"result":{"errcode":0,"errmsg":"ok","moment_id":"mom0"}}"""
        : $$$"""{"errcode":0,"status":3,"result":{"errcode":{{{_jobError}}},"errmsg":"said"}}""";

    private WeComServerAnswer Add(JsonNode body)
    {
        _made.Add(body);
        return _isAnswerLost
            ? new WeComServerAnswer(null)
            : new WeComServerAnswer($$"""{"errcode":0,"jobid":"job{{_made.Count - 1}}"}""");
    }

    private static IEnumerable<string> Members(JsonNode made) =>
        made["visible_range"]!["sender_list"]!["user_list"]!.AsArray().Select(member => (string)member!);

    private static string Normal(JsonNode made) =>
        new JsonObject
        {
            ["text"] = made["text"]!.DeepClone(),
            ["attachments"] = made["attachments"]!.DeepClone(),
            ["visible_range"] = made["visible_range"]!.DeepClone(),
        }.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
