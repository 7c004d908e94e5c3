using Workflows.Marketing.Contacts;
using Workflows.Marketing.Documents;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do when two tags become one.</summary>
public abstract class TagMergeContract(StorageKind kind) : IAsyncLifetime
{
    private StoreRig _rig = null!;
    private int _events;

    private IContactStore Contacts => _rig.Database!.Get<IContactStore>();

    private TagMergeStore Merges => _rig.Database!.Get<TagMergeStore>();

    private IDocumentStore Documents => _rig.Database!.Get<IDocumentStore>();

    private TagMerge Merge => new("老客", "忠诚", "hq", _rig.Now);

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Merge_OfTwoTags_RenamesThemEverywhereAndKeepsFamilyTimeAndHistory()
    {
        var ann = await TaggedAsync("ann", new TagMark("老客", TagFamily.FollowUp, _rig.Now, "journey", "zhang"));
        var bob = await TaggedAsync(
            "bob",
            new TagMark("老客", TagFamily.Attribute, _rig.Now, "import"),
            new TagMark("忠诚", TagFamily.Attribute, _rig.Now, "import")
        );
        var cleo = await TaggedAsync("cleo", new TagMark("老客户", TagFamily.Attribute, _rig.Now, "import"));
        var since = _rig.Now;
        _rig.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(2, await Merges.MergeAsync(StoreRig.Tenant, Merge, null, default));

        Assert.Equal(["忠诚"], await TagsAsync(ann));
        Assert.Equal(["忠诚"], await TagsAsync(bob));
        Assert.Equal(["老客户"], await TagsAsync(cleo));
        var mark = Assert.Single((await Contacts.FindAsync(StoreRig.Tenant, ann, default))!.TagMarks);
        Assert.Equal(new TagMark("忠诚", TagFamily.FollowUp, since, "journey", "zhang"), mark);
        Assert.Single((await Contacts.FindAsync(StoreRig.Tenant, bob, default))!.TagMarks);
        var overview = await _rig.Database!.Get<ContactOverviews>()
            .FindAsync(StoreRig.Tenant, ann, TimelineCursor.Start, 10, default);
        Assert.Contains(overview!.Timeline, entry => entry.ToString().Contains("忠诚", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Merge_WithACatalogue_TakesTheTagOutAndKeepsExclusiveGroupsExclusive()
    {
        await Documents.SaveAsync(
            StoreRig.Tenant,
            TagCatalog.Document,
            """
            {"groups":[{"name":"等级","family":"Attribute","exclusive":true,"tags":["忠诚","普通"]},
                       {"name":"旧","family":"Attribute","exclusive":false,"tags":["老客","其他"]}]}
            """,
            default
        );
        var ann = await TaggedAsync(
            "ann",
            new TagMark("老客", TagFamily.Attribute, _rig.Now, "a"),
            new TagMark("普通", TagFamily.Attribute, _rig.Now, "a")
        );

        await Merges.MergeAsync(StoreRig.Tenant, Merge, null, default);

        Assert.Equal(["忠诚"], await TagsAsync(ann));
        var (book, _) = TagBookJson.Read((await Documents.FindAsync(StoreRig.Tenant, TagCatalog.Document, default))!);
        Assert.Equal(["忠诚", "普通", "其他"], book!.Groups.SelectMany(group => group.Tags));
    }

    [Fact]
    public async Task Merge_OfATagNobodyKnows_SaysSo()
    {
        await TaggedAsync("ann", new TagMark("普通", TagFamily.Attribute, _rig.Now, "a"));

        Assert.Null(await Merges.MergeAsync(StoreRig.Tenant, Merge, null, default));
    }

    [Fact]
    public async Task Merge_WhileATurnRuns_IsNotUndoneByIt()
    {
        var ann = await TaggedAsync("ann", new TagMark("老客", TagFamily.Attribute, _rig.Now, "a"));
        var stale = new Contact((await Contacts.FindAsync(StoreRig.Tenant, ann, default))!);
        await AcceptAsync("ann");
        var item = Assert.Single(await _rig.DueAsync());

        await Merges.MergeAsync(StoreRig.Tenant, Merge, null, default);
        var late = await _rig.Store.CommitAsync(
            new WorkCommit
            {
                Done = [item],
                Effects = [new TenantEffect(StoreRig.Tenant, ann, new ContactChanged(stale))],
            },
            default
        );

        Assert.IsNotType<CommitOutcome.Committed>(late);
        Assert.Equal(["忠诚"], await TagsAsync(ann));
        Assert.Single(await _rig.DueAsync());
    }

    [Fact]
    public async Task Merge_WhereAWordIsNotWritten_ChangesNothing()
    {
        var ann = await TaggedAsync("ann", new TagMark("老客", TagFamily.Attribute, _rig.Now, "a"));
        await TaggedAsync("bob", new TagMark("老客", TagFamily.Attribute, _rig.Now, "a"));
        var told = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Merges.MergeAsync(
                StoreRig.Tenant,
                Merge,
                _ => ++told == 2 ? throw new InvalidOperationException("the second one fails") : [],
                default
            )
        );

        Assert.Equal(2, told);
        Assert.Equal(["老客"], await TagsAsync(ann));
    }

    [Fact]
    public async Task Merge_ToldToOthers_LeavesWithItOnce()
    {
        var ann = await TaggedAsync("ann", new TagMark("老客", TagFamily.Attribute, _rig.Now, "a"));
        var merge = Merge;

        await Merges.MergeAsync(StoreRig.Tenant, merge, contact => [Word(contact, merge)], default);

        var messages = _rig.Database!.Get<IMessageStore>();
        var leased = await messages.LeaseAsync(new MessageLease("a", 10, _rig.Now, _rig.Now.AddMinutes(1)), default);
        Assert.Equal(ann, Assert.Single(leased).Message.ContactId);
    }

    private static OutboundMessage Word(ContactState contact, TagMerge merge) =>
        new(
            $"word:{contact.Id:N}",
            new Recipient.Person(contact.Id, contact.Identities),
            Carrier.Record,
            "records",
            "tags",
            new MessageContent(merge.Into),
            "service",
            merge.At,
            "tag-merge",
            1
        );

    private async Task<IReadOnlyCollection<string>> TagsAsync(Guid contact) =>
        (await Contacts.FindAsync(StoreRig.Tenant, contact, default))!.Tags;

    private async Task<Guid> TaggedAsync(string name, params TagMark[] marks)
    {
        var id = await AcceptAsync(name);
        var done = (await _rig.DueAsync()).ToArray();
        var contact = new Contact((await Contacts.FindAsync(StoreRig.Tenant, id, default))!);
        foreach (var mark in marks)
        {
            contact.AddTag(mark);
        }

        var committed = await _rig.Store.CommitAsync(
            new WorkCommit
            {
                Done = done,
                Effects = [new TenantEffect(StoreRig.Tenant, id, new ContactChanged(contact))],
            },
            default
        );
        Assert.IsType<CommitOutcome.Committed>(committed);
        return id;
    }

    private async Task<Guid> AcceptAsync(string name)
    {
        ContactIdentities names = [new ContactIdentity(IdentityKind.ExternalUserId, name)];
        var happened = new ContactEvent("shop", $"{++_events}", "a.thing", _rig.Now, names);
        return (await Contacts.AcceptAsync(StoreRig.Tenant, [happened], _rig.Now, default)).Single().ContactId;
    }
}
