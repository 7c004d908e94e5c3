using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Products;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Replying;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Tests.Replying;

/// <summary>What is answered, whatever the model says (S4-48).</summary>
public sealed class ReplyDeskTests
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);
    private readonly MemoryContentStore _contents = new();

    [Theory]
    // A phrase that is there in full: the longer, the surer.
    [InlineData("我的包裹多久到啊", "ship@1 0.8")]
    [InlineData("请问发货时间是哪天", "ship@1 0.86")]
    [InlineData("发货了吗", "ship@1 0.22")]
    [InlineData("Do you have FREE samples?", "gift@1 0.67")]
    [InlineData("Do you have free-range samples of a free sample", "gift@1 0.8")]
    [InlineData("今天天气不错", "")]
    [InlineData("。。。", "")]
    public async Task Phrases_HowMuchOfOneIsThere_SaysHowSureItIs(string message, string expected)
    {
        await ApproveAsync(Script("ship", "多久到/发货时间"));
        await ApproveAsync(Script("gift", "free sample、free"));

        Assert.Equal(expected, await AskAsync(message));
    }

    [Fact]
    public async Task Phrases_EquallySure_TheFirstIdAnswers()
    {
        await ApproveAsync(Script("b", "多久到"));
        await ApproveAsync(Script("a", "多久到"));

        Assert.Equal("a@1 0.8", await AskAsync("多久到"));
    }

    [Fact]
    public async Task Answers_OnlyApprovedScriptsThatFit()
    {
        await ApproveAsync(Script("draft", "多久到"), isApproved: false);
        await ApproveAsync(Script("article", "多久到") with { Kind = "article" });
        Assert.Equal("", await AskAsync("多久到"));

        // What a person names may be of any kind.
        Assert.Equal("article@1 0.8", await AskAsync("多久到", only: ["article", "draft"]));
        await ApproveAsync(Script("ship", "多久到") with { Category = "delivery" });
        Assert.Equal("ship@1 0.8", await AskAsync("多久到", category: "delivery"));
        Assert.Equal("", await AskAsync("多久到", category: "size"));
    }

    [Theory]
    [InlineData("什么时候发货", "ship@1 0.9")]
    [InlineData("你们老板是谁", "")]
    public async Task Rules_OutputOfTheRuleSet_SaysHowSureItIs(string message, string expected)
    {
        await ApproveAsync(Script("size", "尺码") with { Category = "size" });
        await ApproveAsync(Script("ship", "物流") with { Category = "delivery" });

        Assert.Equal(expected, await AskAsync(message, RuleReplier.ModelName));
    }

    [Fact]
    public async Task Plugin_ModelOfItsOwn_AnswersWithWhatWasAskedOnly()
    {
        await ApproveAsync(Script("ship", "物流"));

        // It is surer than sure, and surest of what nobody approved.
        Assert.Equal("ship@1 1", await AskAsync("?", "oracle"));
        Assert.Equal("你好", Assert.Single(Oracle.Read));
        var fault = await Assert.ThrowsAsync<FaultException>(() => AskAsync("?", "no-such"));
        Assert.Equal("There is no model 'no-such': there are oracle, phrases, rules.", fault.Message);
    }

    private static ContentItem Script(string id, string name) =>
        new()
        {
            Id = id,
            Kind = ContentKinds.Script,
            Name = name,
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal) { ["zh"] = new("你好") },
        };

    private async Task ApproveAsync(ContentItem item, bool isApproved = true)
    {
        await _contents.WriteAsync(Tenant, item, new ContentChange(ContentStep.Write, "li", Now), default);
        foreach (var step in isApproved ? [ContentStep.Submit, ContentStep.Approve] : Array.Empty<ContentStep>())
        {
            await _contents.MoveAsync(Tenant, item.Id, 1, new ContentChange(step, "wang", Now), default);
        }
    }

    private async Task<string> AskAsync(
        string message,
        string model = PhraseReplier.ModelName,
        string[]? only = null,
        string? category = null
    )
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "auto-reply", "rules.json"));
        Oracle.Read = [];
        var desk = new ReplyDesk(
            new ReplierSet([.. ReplyDesk.Shipped(ruleSets), new Oracle()]),
            new MemoryProductRegister(),
            _contents,
            null,
            Tenant
        );
        var reply = await desk.AskAsync(
            new ReplyWish(message, model, "wecom") { Only = only ?? [], Category = category },
            new Contact(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now)),
            Now,
            default
        );
        return reply is null ? "" : FormattableString.Invariant($"{reply.Candidate.Reference} {reply.Sureness:0.##}");
    }

    /// <summary>A model of a plug-in that keeps to nothing.</summary>
    private sealed class Oracle : IReplier
    {
        public static List<string?> Read { get; set; } = [];

        public string Name => "oracle";

        public ValueTask<IReadOnlyList<Reply>> ReplyAsync(ReplyQuestion question, CancellationToken cancellationToken)
        {
            Read.AddRange(question.Candidates.Select(candidate => candidate.Text));
            return ValueTask.FromResult<IReadOnlyList<Reply>>([
                new(new Candidate(CandidateKind.Content, "forged", "Forged"), 99),
                .. question.Candidates.Select(candidate => new Reply(candidate, 7)),
                .. question.Candidates.Select(candidate => new Reply(candidate, double.NaN)),
            ]);
        }
    }
}
