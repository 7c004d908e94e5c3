using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Tasks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

/// <summary>A WeCom channel on a server of our own.</summary>
internal sealed class TaskRig : IDisposable
{
    public const int Tenant = 1;

    private readonly MemoryAccessTokenStore _tokens = new();
    private readonly MemoryCallQuotaStore _quotas = new();
    private readonly List<WeComClient> _clients = [];

    public WeComServer Server { get; } = new();

    public EagerClock Clock { get; } = new();

    public MemorySendIntentStore Intents { get; } = new();

    public MemoryMediaStore Media { get; } = new();

    public Dictionary<string, MediaFile> Library { get; } = [];

    /// <summary>A host's channel.</summary>
    public WeComChannel Channel(ISendIntentStore? intents = null)
    {
        var client = new WeComClient(
            new WeComOptions
            {
                BaseUrl = Server.Url,
                CorpId = "wx1",
                Secret = "secret",
                AgentId = 7,
            },
            _tokens,
            _quotas,
            Clock
        );
        _clients.Add(client);
        return new WeComChannel(
            new WeComParts(
                Tenant,
                client,
                intents ?? Intents,
                Media,
                (name, _) => ValueTask.FromResult(Library.GetValueOrDefault(name)),
                new TaskOptions(),
                Clock
            )
        );
    }

    public DeliveryAttempt ToCustomer(
        string customer,
        string text = "你好",
        string? sender = "zhangsan",
        int number = 1
    ) =>
        Attempt(
            new Recipient.Person(
                Guid.CreateVersion7(Clock.GetUtcNow()),
                [new ContactIdentity(IdentityKind.ExternalUserId, customer)]
            ),
            Carrier.Private,
            new MessageContent(text),
            $"key-{customer}-{text}",
            sender,
            number
        );

    public DeliveryAttempt ToGroup(string group, string? sender = "zhangsan") =>
        Attempt(new Recipient.Group(group), Carrier.Group, new MessageContent("你好"), $"key-{group}", sender, 1);

    public DeliveryAttempt ToMoments(string staff, MessageContent? content = null) =>
        Attempt(
            new Recipient.Staff(staff),
            Carrier.Moments,
            content ?? new MessageContent("你好"),
            $"key-{staff}",
            null,
            1
        );

    public DeliveryAttempt Attempt(
        Recipient to,
        Carrier carrier,
        MessageContent content,
        string key,
        string? sender,
        int number
    ) =>
        new(
            new OutboundMessage(key, to, carrier, "wecom", "t", content, "marketing", Clock.GetUtcNow(), "j", 1)
            {
                Sender = sender,
            },
            number,
            Clock.GetUtcNow()
        )
        {
            Tenant = Tenant,
        };

    public static SubmittedMessage Submitted(DeliveryAttempt attempt, string reference) =>
        new(Tenant, attempt.Message, reference, attempt.FirstAt, 0);

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        Server.Dispose();
    }
}
