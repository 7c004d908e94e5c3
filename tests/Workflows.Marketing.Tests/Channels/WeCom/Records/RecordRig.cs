using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Records;

/// <summary>The channel of records beside a server that answers as a test says.</summary>
internal sealed class RecordRig : IDisposable
{
    public const int Tenant = 1;

    private readonly WeComServer _server = new();
    private readonly WeComClient _client;
    private int _keys;

    public RecordRig(MirrorTags tags = MirrorTags.Known)
    {
        _server.Answer = call =>
            Answers.FirstOrDefault(answer => call.Is(answer.Key)) is { Value: { } answer }
                ? Written(answer(call))
                : new WeComServerAnswer("""{"errcode":40058,"errmsg":"no such call"}""");
        _client = new WeComClient(
            new WeComOptions
            {
                BaseUrl = _server.Url,
                CorpId = "wwCORP",
                Secret = "secret",
            },
            new MemoryAccessTokenStore(),
            new MemoryCallQuotaStore(),
            new EagerClock()
        );
        Tags = new CorpTags(_client, new MirrorOptions { Tags = tags }, Clock);
        Channel = new RecordChannel(
            new RecordParts(Tenant, _client, Tags, Changes, Contacts)
            {
                Clock = Clock,
                RefreshGroup = (group, _) =>
                {
                    Refreshed.Add(group);
                    return Task.CompletedTask;
                },
            }
        );
        Answers["get_corp_tag_list"] = _ => new
        {
            tag_group = new[]
            {
                new
                {
                    group_id = "g",
                    group_name = "喜好",
                    tag = Known.Select(name => new { id = $"id-{name}", name }),
                },
            },
        };
        Answers["mark_tag"] = _ => new { };
    }

    /// <summary>What calls are answered with; null cuts the connection.</summary>
    public Dictionary<string, Func<WeComServerCall, object?>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The company's tags.</summary>
    public List<string> Known { get; } = ["猫"];

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public MemoryOwnChangeStore Changes { get; } = new();

    public MemoryContactStore Contacts { get; } = new();

    public List<string> Refreshed { get; } = [];

    public CorpTags Tags { get; }

    public RecordChannel Channel { get; }

    public IEnumerable<WeComServerCall> CallsOf(string api) => _server.Calls.Where(call => call.Is(api));

    public OutboundMessage Message(RecordChange change, string customer = "woA", string? staff = "li") =>
        RecordMessages.Of(
            $"key-{_keys++}",
            change is RecordChange.GroupMove
                ? new Recipient.Group(customer)
                : new Recipient.Person(Guid.Empty, [new ContactIdentity(IdentityKind.ExternalUserId, customer)]),
            staff,
            change,
            ("journey", 1),
            Clock.GetUtcNow()
        );

    public async Task<Receipt> SendAsync(OutboundMessage message, int number = 1) =>
        (await SendAllAsync([message], number))[0];

    public Task<IReadOnlyList<Receipt>> SendAllAsync(IReadOnlyList<OutboundMessage> messages, int number = 1) =>
        Channel.SendAsync(
            [
                .. messages.Select(message => new DeliveryAttempt(message, number, Clock.GetUtcNow())
                {
                    Tenant = Tenant,
                }),
            ],
            CancellationToken.None
        );

    public async Task<Receipt> CheckAsync(OutboundMessage message, Receipt accepted) =>
        (
            await Channel.CheckAsync(
                [
                    new SubmittedMessage(
                        Tenant,
                        message,
                        Assert.IsType<Receipt.Accepted>(accepted).Reference,
                        Clock.GetUtcNow(),
                        0
                    ),
                ],
                CancellationToken.None
            )
        )[0];

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private static WeComServerAnswer Written(object? answer)
    {
        if (answer is null)
        {
            return new WeComServerAnswer(null);
        }

        var json = JsonSerializer.SerializeToNode(answer)!.AsObject();
        json["errcode"] ??= 0;
        return new WeComServerAnswer(json.ToJsonString());
    }
}
