using Workflows.Marketing.Content;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of the content library has to do.</summary>
public abstract class ContentContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private ContentRig _rig = null!;

    public async Task InitializeAsync() => _rig = await OpenAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Content_WrittenAndRead_IsAllOfIt()
    {
        var item = new ContentItem
        {
            Id = "tea",
            Kind = "article",
            Name = "春茶",
            Category = "spring",
            Values = [ContentValue.Practical, ContentValue.Gift],
            Theme = ContentTheme.Knowledge,
            Persona = "founder",
            Product = "tea-01",
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal)
            {
                ["zh"] = new("您好", "标题", "说明"),
                ["en"] = new("Hello"),
            },
            MiniProgram = new ContentPage("wx1", "pages/tea"),
            Picture = "tea.jpg",
            AttributionDays = 30,
        };

        var written = await WriteAsync(item);

        Assert.Equal((1, ContentState.Draft, "ann"), (written!.Version, written.State, written.ChangedBy));
        Assert.Equivalent(written, await _rig.Contents.FindAsync(Tenant, new ContentRef("tea"), default), strict: true);
        Assert.Equivalent(item, written.Item, strict: true);
        Assert.Null(await _rig.Contents.FindAsync(Tenant, new ContentRef("tea", 2), default));
    }

    [Fact]
    public async Task Draft_WrittenAgain_StaysOneVersion_AndTheSameWordsChangeNothing()
    {
        await WriteAsync(Text("a", "one"));
        var second = await WriteAsync(Text("a", "two"));
        var same = await WriteAsync(Text("a", "two"), "ben");

        Assert.Equal((1, "two"), (second!.Version, second.Item.In("zh").Text));
        Assert.Equal("ann", same!.ChangedBy);
        Assert.Single(await _rig.Contents.VersionsAsync(Tenant, "a", default));
        Assert.Equal(2, (await _rig.Contents.MovesAsync(Tenant, "a", default)).Count);
    }

    [Fact]
    public async Task Version_OnceApproved_StaysWhatItIs_AndTheNextOneIsADraft()
    {
        await WriteAsync(Text("a", "one"));
        await MoveAsync("a", 1, ContentStep.Submit);
        await MoveAsync("a", 1, ContentStep.Approve);

        var next = await WriteAsync(Text("a", "two"));

        Assert.Equal((2, ContentState.Draft), (next!.Version, next.State));
        Assert.Equal(
            "one",
            (await _rig.Contents.FindAsync(Tenant, new ContentRef("a", 1), default))!.Item.In("zh").Text
        );
        Assert.Equal(1, (await _rig.Contents.FindSendableAsync(Tenant, new ContentRef("a"), default))!.Version);
        Assert.Null(await _rig.Contents.FindSendableAsync(Tenant, new ContentRef("a", 2), default));
        Assert.Equal([2, 1], (await _rig.Contents.VersionsAsync(Tenant, "a", default)).Select(one => one.Version));
    }

    [Fact]
    public async Task Version_UnderReview_CannotBeWritten()
    {
        await WriteAsync(Text("a", "one"));
        await MoveAsync("a", 1, ContentStep.Submit);

        Assert.Null(await WriteAsync(Text("a", "two")));

        await MoveAsync("a", 1, ContentStep.Refuse, "too long");
        var again = await WriteAsync(Text("a", "two"));
        Assert.Equal((1, "two", ContentState.Draft), (again!.Version, again.Item.In("zh").Text, again.State));
        Assert.Equal(
            [ContentStep.Write, ContentStep.Refuse, ContentStep.Submit, ContentStep.Write],
            (await _rig.Contents.MovesAsync(Tenant, "a", default)).Select(move => move.Step)
        );
        Assert.Equal(
            (ContentState.Review, ContentState.Draft, "too long"),
            (await _rig.Contents.MovesAsync(Tenant, "a", default))
                .Where(move => move.Step == ContentStep.Refuse)
                .Select(move => (move.From, move.To, move.Note))
                .Single()
        );
    }

    [Fact]
    public async Task Steps_ThatCannotBeTaken_ChangeNothing()
    {
        await WriteAsync(Text("a", "one"));

        foreach (var step in Enum.GetValues<ContentStep>().Where(step => step != ContentStep.Submit))
        {
            Assert.Null(await MoveAsync("a", 1, step));
        }

        Assert.Null(await MoveAsync("b", 1, ContentStep.Submit));
        Assert.Equal(ContentState.Draft, (await _rig.Contents.FindAsync(Tenant, new ContentRef("a"), default))!.State);
        Assert.Single(await _rig.Contents.MovesAsync(Tenant, "a", default));
    }

    [Fact]
    public async Task Step_TakenByManyAtOnce_IsTakenOnce()
    {
        await WriteAsync(Text("a", "one"));

        var moved = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => MoveAsync("a", 1, ContentStep.Submit)))
        );

        Assert.Single(moved, one => one is not null);
        Assert.Equal(2, (await _rig.Contents.MovesAsync(Tenant, "a", default)).Count);
    }

    [Fact]
    public async Task Content_WrittenFromManySides_HasOneDraft()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => Task.Run(() => WriteAsync(Text("a", $"{n}"), at: Now.AddSeconds(n))))
        );

        Assert.Single(await _rig.Contents.VersionsAsync(Tenant, "a", default));
    }

    [Theory]
    [InlineData("practical", ContentValue.Practical)]
    [InlineData("experience", ContentValue.Experience)]
    [InlineData("added", ContentValue.Added)]
    [InlineData("gift", ContentValue.Gift)]
    [InlineData("identity", ContentValue.Identity)]
    [InlineData("social", ContentValue.Social)]
    public async Task List_ByValue_ShowsThoseThatAreMarked(string id, ContentValue value)
    {
        foreach (var own in Enum.GetValues<ContentValue>())
        {
            await WriteAsync(Text($"{own}".ToLowerInvariant(), "1") with { Values = [own] });
        }

        await WriteAsync(Text("all", "1") with { Values = [.. Enum.GetValues<ContentValue>()] });
        await WriteAsync(Text("none", "1"));

        Assert.Equal(
            [id, "all"],
            (await ListAsync(new ContentQuery { Value = value }))
                .Split(' ')
                .OrderByDescending(one => one.Equals(id, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("persona", ContentTheme.Persona)]
    [InlineData("knowledge", ContentTheme.Knowledge)]
    [InlineData("sales", ContentTheme.Sales)]
    [InlineData("expert", ContentTheme.Expert)]
    public async Task List_ByTheme_ShowsThoseOfIt(string id, ContentTheme theme)
    {
        foreach (var own in Enum.GetValues<ContentTheme>())
        {
            await WriteAsync(Text($"{own}".ToLowerInvariant(), "1") with { Theme = own });
        }

        await WriteAsync(Text("none", "1"));

        Assert.Equal(id, await ListAsync(new ContentQuery { Theme = theme }));
    }

    [Fact]
    public async Task List_ByEveryFilter_ShowsWhatItTakes()
    {
        await WriteAsync(
            Text("a", "1") with
            {
                Values = [ContentValue.Gift],
                Theme = ContentTheme.Persona,
                Category = "x",
                Persona = "p",
            }
        );
        await WriteAsync(Text("b", "2") with { Name = "春茶 Tea" });
        await WriteAsync(Text("c", "3") with { Kind = "script" });
        await MoveAsync("c", 1, ContentStep.Submit);
        await MoveAsync("c", 1, ContentStep.Approve);
        await WriteAsync(Text("c", "4") with { Kind = "script" });

        Assert.Equal("a b c", await ListAsync(new ContentQuery()));
        Assert.Equal("b c", await ListAsync(new ContentQuery("a")));
        Assert.Equal("a b", await ListAsync(new ContentQuery(Take: 2)));
        Assert.Equal("c", await ListAsync(new ContentQuery { Kind = "script" }));
        Assert.Equal("a", await ListAsync(new ContentQuery { Category = "x" }));
        Assert.Equal("a", await ListAsync(new ContentQuery { Value = ContentValue.Gift }));
        Assert.Equal("", await ListAsync(new ContentQuery { Value = ContentValue.Social }));
        Assert.Equal("a", await ListAsync(new ContentQuery { Theme = ContentTheme.Persona }));
        Assert.Equal("a", await ListAsync(new ContentQuery { Persona = "p" }));
        Assert.Equal("b", await ListAsync(new ContentQuery { Search = "tEA" }));
        Assert.Equal("a b c", await ListAsync(new ContentQuery { State = ContentState.Draft }));
        Assert.Equal("", await ListAsync(new ContentQuery { State = ContentState.Approved }));
        Assert.Equal("c", await ListAsync(new ContentQuery { Sendable = true }));
        Assert.Equal(
            1,
            (await _rig.Contents.ListAsync(Tenant, new ContentQuery { Sendable = true }, default)).Single().Version
        );
    }

    [Fact]
    public async Task File_Named_IsKnownByItsWholeName()
    {
        await WriteAsync(Text("a", "1") with { Media = ["one.jpg"], Picture = "two.jpg" });

        Assert.True(await _rig.Contents.NamesFileAsync(Tenant, "one.jpg", default));
        Assert.True(await _rig.Contents.NamesFileAsync(Tenant, "two.jpg", default));
        Assert.False(await _rig.Contents.NamesFileAsync(Tenant, "ne.jpg", default));
    }

    [Fact]
    public async Task File_OfATakenName_LeavesTheFirst()
    {
        var first = await AddAsync("a.txt", [1]);
        var same = await AddAsync("a.txt", [1]);
        var other = await AddAsync("a.txt", [2]);
        var twin = await AddAsync("b.txt", [1]);

        Assert.Equal((first, first, first), (same, other, other));
        Assert.Equal(first.Hash, twin.Hash);
        Assert.True((await _rig.Media.ReadAsync(Tenant, first.Hash, default))!.SequenceEqual(new byte[] { 1 }));
        Assert.Null(await _rig.Media.ReadAsync(Tenant, Hash([2]), default));
        Assert.Equal(first, await _rig.Media.FindAsync(Tenant, "a.txt", default));
        Assert.Equal(
            ["a.txt", "b.txt"],
            (await _rig.Media.ListAsync(Tenant, null, 10, default)).Select(one => one.Name)
        );
        Assert.Equal("b.txt", (await _rig.Media.ListAsync(Tenant, "a.txt", 10, default)).Single().Name);
    }

    [Fact]
    public async Task File_Removed_TakesItsBytesWithItOnlyWhenNobodyHasThem()
    {
        var first = await AddAsync("a.txt", [1]);
        await AddAsync("b.txt", [1]);

        Assert.True(await _rig.Media.RemoveAsync(Tenant, "a.txt", default));
        Assert.NotNull(await _rig.Media.ReadAsync(Tenant, first.Hash, default));
        Assert.True(await _rig.Media.RemoveAsync(Tenant, "b.txt", default));
        Assert.Null(await _rig.Media.ReadAsync(Tenant, first.Hash, default));
        Assert.False(await _rig.Media.RemoveAsync(Tenant, "b.txt", default));
    }

    [Fact]
    public async Task Persona_SavedAgain_IsAsLastSaved()
    {
        var persona = new Persona
        {
            Id = "founder",
            Name = "晏涛",
            Type = PersonaType.Expert,
            Positioning = "私域专家",
            Tone = "平实",
            Avatar = "a.jpg",
            Background = "b.jpg",
            ForbiddenWords = ["最好"],
            Template = "痛点 + 方法",
        };
        await _rig.Personas.SaveAsync(Tenant, new Persona { Id = "founder", Name = "old" }, default);
        await _rig.Personas.SaveAsync(Tenant, persona, default);
        await _rig.Personas.SaveAsync(Tenant, new Persona { Id = "sales", Name = "two" }, default);

        Assert.Equivalent(persona, await _rig.Personas.FindAsync(Tenant, "founder", default), strict: true);
        Assert.Null(await _rig.Personas.FindAsync(Tenant, "nobody", default));
        Assert.Equal("sales", (await _rig.Personas.ListAsync(Tenant, "founder", 10, default)).Single().Id);
    }

    private protected abstract Task<ContentRig> OpenAsync();

    private static ContentItem Text(string id, string text) =>
        new()
        {
            Id = id,
            Kind = "text",
            Name = id,
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal) { ["zh"] = new(text) },
        };

    private static string Hash(byte[] bytes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private Task<ContentVersion?> WriteAsync(ContentItem item, string by = "ann", DateTimeOffset? at = null) =>
        _rig.Contents.WriteAsync(Tenant, item, new ContentChange(ContentStep.Write, by, at ?? Now), default);

    private Task<ContentVersion?> MoveAsync(string id, int version, ContentStep step, string? note = null) =>
        _rig.Contents.MoveAsync(Tenant, id, version, new ContentChange(step, "ben", Now, note), default);

    private async Task<string> ListAsync(ContentQuery query) =>
        string.Join(' ', (await _rig.Contents.ListAsync(Tenant, query, default)).Select(one => one.Item.Id));

    private Task<MediaEntry> AddAsync(string name, byte[] bytes) =>
        _rig.Media.AddAsync(
            Tenant,
            new MediaEntry(name, MediaType.File, "text/plain", bytes.Length, Hash(bytes), Now, "ann") { Seconds = 1.5 },
            bytes,
            default
        );
}
