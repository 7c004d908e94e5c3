using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;
using Workflows.Storage.Launches;
using Workflows.Storage.Links;
using Workflows.Storage.Tests.Calendars;

namespace Workflows.Storage.Tests.Contract;

/// <summary>The shipped launch on both databases: two tellers, real orders, one review (S2-45…52).</summary>
public abstract class LaunchContract(StorageKind kind) : IAsyncLifetime
{
    private const string Journey = "scripted-moments-launch";
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);
    private static readonly DateTimeOffset Sale = new(2026, 3, 8, 10, 0, 0, TimeSpan.FromHours(8));

    private TestDatabase _database = null!;
    private CalendarHost _host = null!;
    private int _events;

    private DateTimeOffset Now => _database.Clock.GetUtcNow();

    private ILaunchBooks Books => _database.Get<ILaunchBooks>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        _host = new CalendarHost(_database);
        await _database
            .Get<IStaffRegister>()
            .SaveAsync(
                StoreRig.Tenant,
                [
                    new StaffMember("an", "停用") { IsActive = false },
                    new StaffMember("li", "小李"),
                    new StaffMember("wang", "小王"),
                    new StaffMember("left", "离职") { IsActive = false },
                ],
                default
            );
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Launch_TwoTellers_PostInOrder_OpenWithTheSale_AndAreReviewedOnce()
    {
        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero));
        await _host.PublishAsync(Read());
        await _host.ScheduleAsync();

        await PlayAsync(Sale);
        await OrderAsync("ann", "安妮", 1, 120m, Sale.AddMinutes(2));
        await OrderAsync("bob", null, 2, 240m, Sale.AddHours(1));
        await OrderAsync("cup", "杯子", 1, 30m, Sale.AddHours(1), sku: "cup");
        await RefundAsync("eve", 120m, Sale.AddHours(2));
        await LikeAsync("ann", "launch-benefit", Sale.AddHours(1));
        await CommentAsync("ann", "launch-benefit", Sale.AddHours(1));
        await CommentAsync("bob", "launch-benefit", Sale.AddHours(1));
        await PlayAsync(Sale.AddDays(3));

        var said = await _host.MessagesAsync();
        Assert.Equal(
            [
                "li launch-teaser 03-02 02:00",
                "wang launch-teaser 03-02 02:00",
                "li launch-value 03-04 02:00",
                "wang launch-value 03-04 02:00",
                "li launch-benefit 03-06 02:00",
                "wang launch-benefit 03-06 02:00",
                "li launch-sale 03-08 02:00",
                "wang launch-sale 03-08 02:00",
                "li launch-feed 03-08 12:00",
                "wang launch-feed 03-08 12:00",
                "li launch-thanks 03-10 02:00",
                "wang launch-thanks 03-10 02:00",
                "launch.lead launch-review 03-10 02:00",
            ],
            said.Where(message => message.Recipient is Recipient.Staff)
                .OrderBy(message => message.CreatedAt)
                .ThenBy(message => message.Template is "launch-review")
                .ThenBy(message => ((Recipient.Staff)message.Recipient).StaffId, StringComparer.Ordinal)
                .Select(message =>
                    $"{((Recipient.Staff)message.Recipient).StaffId} {message.Template} {message.CreatedAt.UtcDateTime:MM-dd HH:mm}"
                )
        );
        Assert.All(
            said.Where(message => message.Template is "launch-feed"),
            message => Assert.Equal("今天的春茶：\n一位顾客 03-08 11:00 ×2\n安** 03-08 10:02 ×1", message.Content.Text)
        );
        Assert.Equal(Sale, (await LinkOfAsync(said, "launch-benefit")).OpensAt);
        Assert.Null((await LinkOfAsync(said, "launch-sale")).OpensAt);

        var review = Assert.Single(await Books.ReviewsAsync(StoreRig.Tenant, Journey, default));
        Assert.Equal((new DateOnly(2026, 3, 2), Sale.AddDays(2)), (review.FirstDay, review.At));
        Assert.Equal((2, 3, 360m), (review.Report.Orders, review.Report.Pieces, review.Report.Amount));
        Assert.Equal(
            [
                "interest 2 2 0 0+0 likes 30 False",
                "value 2 2 0 0+0 comments 10 False",
                "benefit 2 2 0 1+2 comments 30 False",
                "sale 2 2 0 0+0 clicks 50 False",
                "atmosphere 2 2 0 0+0 clicks 30 False",
                "close 2 2 0 0+0 likes 20 False",
            ],
            review.Report.Phases.Select(phase =>
                $"{phase.Phase} {phase.Posts} {phase.Sent} {phase.Clicks} {phase.Likes}+{phase.Comments} {phase.Metric} {phase.Target} {phase.Reached}"
            )
        );
    }

    [Fact]
    public async Task Orders_OfATime_AreThoseOfTheStoreAndNoOthers()
    {
        await OrderAsync("ann", "Ann", 1, 120m, Sale.AddMinutes(-1));
        await OrderAsync("bob", "Bob", 2, 240m, Sale);
        await OrderAsync("cat", "Cat", 1, 30m, Sale.AddMinutes(1), sku: "cup");
        await RefundAsync("eve", 120m, Sale.AddMinutes(2));
        await OrderAsync("dan", null, 1, 120m, Sale.AddMinutes(3));

        var tea = await Books.OrdersAsync(StoreRig.Tenant, "spring-tea", Sale, Sale.AddHours(1), 5, default);
        var any = await Books.OrdersAsync(StoreRig.Tenant, null, Sale, Sale.AddHours(1), 1, default);
        var none = await Books.OrdersAsync(StoreRig.Tenant, "spring", Sale, Sale.AddHours(1), 5, default);

        Assert.Equal((2, 3, 360m), (tea.Orders, tea.Pieces, tea.Amount));
        Assert.Equal([null, "Bob"], tea.Latest.Select(order => order.Name));
        Assert.Equal((3, 4, 390m), (any.Orders, any.Pieces, any.Amount));
        Assert.Equal(Sale.AddMinutes(3), Assert.Single(any.Latest).PaidAt);
        Assert.Equal((0, 0), (none.Orders, none.Latest.Count));
        Assert.Equal(0, (await Books.OrdersAsync(2, null, Sale, Sale.AddHours(1), 1, default)).Orders);
    }

    [Fact]
    public async Task Click_OnAPostedLink_CountsForItsPhase()
    {
        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero));
        await _host.PublishAsync(Read());
        await _host.ScheduleAsync();
        await PlayAsync(Sale.AddHours(1));
        var said = await _host.MessagesAsync();
        var link = await LinkOfAsync(said, "launch-sale");
        await _database.Get<LinkLedger>().CountAsync(StoreRig.Tenant, link.Code, Now, default);

        var posts = await Books.PostsAsync(StoreRig.Tenant, Journey, Now.AddDays(-30), Now.AddDays(1), default);

        Assert.Equal(1, Assert.Single(posts, post => post.Template is "launch-sale").Clicks);
        Assert.Equal(0, Assert.Single(posts, post => post.Template is "launch-benefit").Clicks);
        Assert.Empty(await Books.PostsAsync(StoreRig.Tenant, "other", Now.AddDays(-30), Now.AddDays(1), default));
    }

    /// <summary>One who is named and not there leads nobody: the review is written all the same.</summary>
    [Fact]
    public async Task Launch_NamedTellers_OneOfThoseWhoAreThereReviews()
    {
        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero));
        var document = JsonNode.Parse(Read())!;
        document["root"]!["activities"]![0]!["staff"] = JsonNode.Parse(
            """{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"an\",\"nobody\",\"wang\"]"}}"""
        );
        await _host.PublishAsync(document.ToJsonString());
        await _host.ScheduleAsync();

        await PlayAsync(Sale.AddDays(3));

        var said = (await _host.MessagesAsync()).Select(message => message.Recipient).OfType<Recipient.Staff>();
        Assert.Equal(["launch.lead", "wang"], said.Select(one => one.StaffId).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(0, Assert.Single(await Books.ReviewsAsync(StoreRig.Tenant, Journey, default)).Report.Orders);
    }

    /// <summary>S2-48: WeCom names the Moment, the books name the message.</summary>
    [Fact]
    public async Task Moment_OfAPost_IsTheMessageOfItsJourney()
    {
        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero));
        await _host.PublishAsync(Read());
        await _host.ScheduleAsync();
        await PlayAsync(Sale.AddDays(-5));
        var teaser = (await _host.MessagesAsync()).First(message => message.Recipient is Recipient.Staff("li"));
        var intents = _database.Get<ISendIntentStore>();
        var intent = new SendIntent(
            Guid.CreateVersion7(),
            StoreRig.Tenant,
            SendIntentKind.Moment,
            "",
            "outline",
            Now,
            [new SendIntentMessage(teaser.Key, "li")]
        );
        Assert.True(await intents.TryBeginAsync(intent, default));
        Assert.True(await intents.MadeAsync(intent, "job1", null, default));
        await intents.NameAsync(intent, "mom1", default);

        var posted = _database.Get<PostedMoments>();

        Assert.Equal(
            [new PostedMoment("mom1", "li", "launch-teaser", Journey)],
            await posted.FindAsync(StoreRig.Tenant, ["mom1", "mom2"], default)
        );
        Assert.Empty(await posted.FindAsync(2, ["mom1"], default));
    }

    private static string Read()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Workflows.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return File.ReadAllText(Path.Combine(folder, "workflows", Journey, "workflow.json"));
    }

    /// <summary>Lets time pass; whatever is to be posted is posted at once.</summary>
    private async Task PlayAsync(DateTimeOffset until)
    {
        while (Now < until)
        {
            await _host.PlayAsync(Now + TwoHours < until ? Now + TwoHours : until, TwoHours);
            await PostAsync();
            await _host.DrainAsync();
        }
    }

    private async Task PostAsync()
    {
        var messages = _database.Get<IMessageStore>();
        var leased = await messages.LeaseAsync(new MessageLease("a", 100, Now, Now.AddMinutes(1)), default);
        await messages.SettleAsync(
            "a",
            [
                .. leased.Select(one => new MessageSettlement.Ended(
                    StoreRig.Tenant,
                    one.Message.Key,
                    Now,
                    SendOutcome.Sent
                )),
            ],
            default
        );
    }

    private async Task<FollowedLink> LinkOfAsync(IReadOnlyList<OutboundMessage> said, string template)
    {
        var card = (Attachment.Link)
            said.First(message => string.Equals(message.Template, template, StringComparison.Ordinal))
                .Content.Attachments.Single();
        return (await _database.Get<LinkLedger>().FindAsync(StoreRig.Tenant, card.Url[^LinkCode.Length..], default))!;
    }

    private async Task OrderAsync(
        string who,
        string? name,
        int quantity,
        decimal amount,
        DateTimeOffset at,
        string sku = "spring-tea"
    )
    {
        if (name is not null)
        {
            await AcceptAsync(who, "contact.imported", new { attributes = new { name } }, at);
        }

        object[] lines =
        [
            new
            {
                sku,
                quantity,
                amount,
            },
        ];
        await AcceptAsync(
            who,
            "order.paid",
            new
            {
                order = $"O-{who}",
                amount,
                quantity,
                lines,
            },
            at
        );
    }

    private async Task RefundAsync(string who, decimal amount, DateTimeOffset at)
    {
        await OrderAsync(who, who, 1, amount, at);
        await AcceptAsync(who, "order.refunded", new { order = $"O-{who}" }, at.AddMinutes(1));
    }

    private Task LikeAsync(string who, string template, DateTimeOffset at) =>
        ReactAsync(who, "wecom.moment_liked", template, at);

    private Task CommentAsync(string who, string template, DateTimeOffset at) =>
        ReactAsync(who, "wecom.moment_commented", template, at);

    private Task ReactAsync(string who, string type, string template, DateTimeOffset at) =>
        AcceptAsync(
            who,
            type,
            new
            {
                template,
                staff = "li",
                journey = Journey,
            },
            at
        );

    private Task AcceptAsync(string who, string type, object data, DateTimeOffset at) =>
        _host.AcceptAsync(
            new ContactEvent(
                "shop",
                $"{++_events}",
                type,
                at,
                [new ContactIdentity(IdentityKind.ExternalUserId, who)],
                JsonSerializer.Serialize(data)
            )
        );
}
