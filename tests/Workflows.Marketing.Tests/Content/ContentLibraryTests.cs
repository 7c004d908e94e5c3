using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Rules.Validation;

namespace Workflows.Marketing.Tests.Content;

public sealed class ContentLibraryTests
{
    private readonly ContentBench _bench = new("name", "city");

    [Theory]
    [InlineData("""{"kind":"text","texts":{"zh":{"text":"您好"}}}""", "")]
    [InlineData("""{"kind":"article","url":"https://brand.cn/a"}""", "")]
    [InlineData("""{"kind":"article","miniProgram":{"appId":"wx1","page":"pages/a"}}""", "")]
    [InlineData("""{"kind":"video","media":["v.mp4"]}""", "")]
    [InlineData("""{"kind":"activity","media":["a.jpg","b.jpg"]}""", "")]
    [InlineData("""{"kind":"course","url":"https://brand.cn/a"}""", "")]
    [InlineData("""{"kind":"check-in","url":"https://brand.cn/a"}""", "")]
    [InlineData("""{"kind":"live","url":"https://brand.cn/a"}""", "")]
    [InlineData("""{"kind":"mini-program","miniProgram":{"appId":"wx1","page":"pages/a"}}""", "")]
    [InlineData("""{"kind":"link","url":"https://brand.cn/a"}""", "")]
    [InlineData("""{"kind":"image","media":["a.jpg"]}""", "")]
    [InlineData("""{"kind":"file","media":["c.txt"]}""", "")]
    [InlineData("""{"kind":"custom","media":["c.txt"]}""", "")]
    [InlineData("""{"kind":"poem","url":"https://brand.cn/a"}""", "CNT002 $.kind")]
    [InlineData("""{"kind":"text"}""", "CNT004 $.texts")]
    [InlineData("""{"kind":"text","texts":{"zh":{"text":" "}}}""", "CNT004 $.texts")]
    [InlineData("""{"kind":"text","texts":{"zh":{"text":"a"},"fr":{"text":"b"}}}""", "CNT004 $.texts.fr")]
    [InlineData("""{"kind":"article","texts":{"zh":{"text":"a"}}}""", "CNT003 $.kind")]
    [InlineData("""{"kind":"article","url":"https://brand.cn/a","media":["a.jpg"]}""", "CNT003 $")]
    [InlineData("""{"kind":"image","media":["a.jpg","v.mp4"]}""", "CNT003 $")]
    [InlineData("""{"kind":"video","media":["v.mp4","v.mp4"]}""", "CNT003 $")]
    [InlineData("""{"kind":"image","media":["none.jpg"]}""", "CNT006 $.media")]
    [InlineData("""{"kind":"link","url":"https://brand.cn/a","picture":"v.mp4"}""", "CNT006 $.picture")]
    [InlineData("""{"kind":"link","url":"javascript:alert(1)"}""", "CNT005 $.url")]
    [InlineData("""{"kind":"link","url":"https://user:pass@brand.cn"}""", "CNT005 $.url")]
    [InlineData("""{"kind":"mini-program","miniProgram":{"appId":"","page":"p"}}""", "CNT005 $.miniProgram")]
    [InlineData("""{"kind":"link","url":"https://brand.cn/a","attributionDays":0}""", "CNT012 $.attributionDays")]
    [InlineData("""{"kind":"link","url":"https://brand.cn/a","linkDays":3651}""", "CNT012 $.linkDays")]
    [InlineData("""{"kind":"text","texts":{"zh":{"text":"{{ contact.name "}}}""", "CNT007 $.texts.zh.text")]
    [InlineData("""{"kind":"text","texts":{"zh":{"text":"{{ contact.nmae }}"}}}""", "CNT008 $.texts.zh.text")]
    [InlineData("""{"kind":"text","texts":{"zh":{"text":"{{ contact.name }}"}}}""", "CNT009 $.texts.zh.text")]
    [InlineData("""{"kind":"text","persona":"nobody","texts":{"zh":{"text":"a"}}}""", "CNT010 $.persona")]
    [InlineData("""{"kind":"text","persona":"founder","texts":{"zh":{"text":"全网最好"}}}""", "CNT011 $.texts.zh")]
    [InlineData("""{"kind":"text","texts":{"zh":{"text":"好评返现 5 元"}}}""", "CNT035 $.texts.zh.text")]
    [InlineData(
        """{"kind":"link","url":"https://brand.cn/a","texts":{"en":{"text":"a","title":"加好友领红包"}}}""",
        "CNT035 $.texts.en.title"
    )]
    public async Task Content_Checked_SaysAllThatIsWrong(string json, string expected)
    {
        foreach (var name in new[] { "a.jpg", "b.jpg" })
        {
            await _bench.AddFileAsync(name, ContentBench.Jpeg());
        }

        await _bench.AddFileAsync("v.mp4", ContentBench.Mp4(10));
        await _bench.AddFileAsync("c.txt", "hello"u8.ToArray());
        await _bench.Personas.SaveAsync(
            ContentBench.Tenant,
            new Persona
            {
                Id = "founder",
                Name = "F",
                ForbiddenWords = ["最好"],
            },
            default
        );
        var item = ContentJson.Read<ContentItem>(json) with { Id = "a-1", Name = "A" };

        var found = await _bench.Library.CheckAsync(ContentBench.Tenant, item, default);

        Assert.Equal(expected, string.Join(", ", found.Select(one => $"{one.Code} {one.Path}")));
        // What is wrong with a template is said by the library that reads it.
        Assert.All(
            found.Where(one => one.Code is not ContentCodes.Template),
            one => Assert.NotEqual(one.Message, one.In(Language.Chinese).Message)
        );
        Assert.All(
            found.Where(one => one.Remedy is not null),
            one => Assert.NotEqual(one.Remedy, one.In(Language.Chinese).Remedy)
        );
    }

    [Fact]
    public async Task Steps_FromDraftToUsed_AreTakenInOrder()
    {
        var at = _bench.Clock.GetUtcNow();
        var draft = (await _bench.Library.WriteAsync(ContentBench.Tenant, Text("a"), "ann", at, default)).Version!;

        Assert.Equal((1, ContentState.Draft, "ann"), (draft.Version, draft.State, draft.ChangedBy));
        foreach (var early in new[] { ContentStep.Approve, ContentStep.Use })
        {
            Assert.Equal(ContentCodes.Step, Assert.Single((await MoveAsync(early))!.Diagnostics).Code);
        }

        Assert.Equal(ContentState.Review, (await MoveAsync(ContentStep.Submit))!.Version!.State);
        var approved = (await MoveAsync(ContentStep.Approve))!.Version!;
        Assert.Equal((1, ContentState.Approved, "ben"), (approved.Version, approved.State, approved.ChangedBy));
        Assert.Equal(ContentState.Used, (await MoveAsync(ContentStep.Use))!.Version!.State);
        Assert.Equal(ContentState.Withdrawn, (await MoveAsync(ContentStep.Withdraw))!.Version!.State);
        Assert.Equal(ContentState.Approved, (await MoveAsync(ContentStep.Reinstate))!.Version!.State);
        var refused = await MoveAsync(ContentStep.Approve);
        Assert.Equal(ContentCodes.Step, Assert.Single(refused!.Diagnostics).Code);
    }

    [Fact]
    public async Task Review_RefusedWithoutANote_IsNotRefused()
    {
        await _bench.Library.WriteAsync(ContentBench.Tenant, Text("a"), "ann", _bench.Clock.GetUtcNow(), default);
        await MoveAsync(ContentStep.Submit);

        var silent = await MoveAsync(ContentStep.Refuse, " ");
        var said = await MoveAsync(ContentStep.Refuse, "太长");

        Assert.Null(silent!.Version);
        Assert.Equal((ContentState.Draft, "太长"), (said!.Version!.State, said.Version.Note));
    }

    [Fact]
    public async Task Submit_OfWhatIsNotRightAnyMore_IsRefused()
    {
        await _bench.Personas.SaveAsync(ContentBench.Tenant, new Persona { Id = "founder", Name = "F" }, default);
        var item = Text("a") with { Persona = "founder" };
        await _bench.Library.WriteAsync(ContentBench.Tenant, item, "ann", _bench.Clock.GetUtcNow(), default);
        await _bench.Personas.SaveAsync(
            ContentBench.Tenant,
            new Persona
            {
                Id = "founder",
                Name = "F",
                ForbiddenWords = ["您好"],
            },
            default
        );

        var saving = await MoveAsync(ContentStep.Submit);

        Assert.Equal(ContentCodes.ForbiddenWord, Assert.Single(saving!.Diagnostics).Code);
    }

    [Fact]
    public async Task Move_OfWhatIsNotThere_IsNull() => Assert.Null(await MoveAsync(ContentStep.Submit));

    [Theory]
    [InlineData("article")]
    [InlineData("video")]
    [InlineData("activity")]
    [InlineData("course")]
    [InlineData("check-in")]
    [InlineData("live")]
    [InlineData("mini-program")]
    [InlineData("link")]
    [InlineData("image")]
    [InlineData("custom")]
    public void Kinds_OfTheProduct_AreThere(string kind) => Assert.True(new ContentKinds().TryGet(kind, out _));

    [Fact]
    public void Kinds_OfPlugins_AreKnownBesideOurs()
    {
        var kinds = new ContentKinds(new ContentKind("quiz", "Quiz", "问答", ContentForm.Page));

        Assert.True(kinds.TryGet("quiz", out _));
        Assert.Throws<ArgumentException>(() => new ContentKinds(new ContentKind("text", "T", "T", ContentForm.Page)));
    }

    [Theory]
    [InlineData("tea", "tea", null)]
    [InlineData(" tea@3 ", "tea", 3)]
    [InlineData("tea@0", null, null)]
    [InlineData("tea@x", null, null)]
    [InlineData("@3", null, null)]
    [InlineData("a@1@2", null, null)]
    [InlineData(null, null, null)]
    public void Ref_Read_IsIdAndVersion(string? text, string? id, int? version)
    {
        var isRef = ContentRef.TryParse(text, out var reference);

        Assert.Equal((id is not null, id, version), (isRef, reference?.Id, reference?.Version));
    }

    private static ContentItem Text(string id) =>
        new()
        {
            Id = id,
            Kind = "text",
            Name = id,
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal) { ["zh"] = new("您好") },
        };

    private Task<ContentSaving?> MoveAsync(ContentStep step, string? note = null) =>
        _bench.Library.MoveAsync(
            ContentBench.Tenant,
            "a",
            1,
            new ContentChange(step, "ben", _bench.Clock.GetUtcNow(), note),
            default
        );
}
