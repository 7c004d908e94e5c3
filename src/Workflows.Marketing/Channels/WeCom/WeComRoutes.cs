using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.MassMessages;
using Workflows.Marketing.Channels.WeCom.Moments;
using Workflows.Marketing.Channels.WeCom.Tasks;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>Which kind of task carries a message.</summary>
internal sealed class WeComRoutes
{
    private readonly ISendIntentStore _intents;
    private readonly int _tenant;
    private readonly MassMessageTasks _customers;
    private readonly MassMessageTasks _groups;
    private readonly MomentTasks _moments;

    public WeComRoutes(WeComParts parts)
    {
        (_intents, _tenant) = (parts.Intents, parts.Tenant);
        var (client, clock) = (parts.Client, parts.Clock);
        var results = new MassMessageResults(client.MassMessages);
        var search = new MassMessageSearch(client.MassMessages, results, _intents, clock);
        _customers = Mass(SendIntentKind.Customers);
        _groups = Mass(SendIntentKind.Groups);
        var jobs = new MomentJobs(client.Moments, _intents, _tenant);
        _moments = new MomentTasks(
            client.Moments,
            jobs,
            new MomentSearch(client.Moments, jobs, _intents, clock),
            new MomentReminder(client.AppMessages, client.AgentId),
            parts.Tasks
        );

        MassMessageTasks Mass(SendIntentKind kind) => new(kind, client.MassMessages, search, results, parts.Tasks);
    }

    /// <summary>The route of a message, or null when WeCom does not carry it.</summary>
    public ITaskRoute? Of(OutboundMessage message) =>
        (message.Carrier, message.Recipient) switch
        {
            (Carrier.Private, Recipient.Person) => _customers,
            (Carrier.Group, Recipient.Group) => _groups,
            (Carrier.Moments, Recipient.Staff) => _moments,
            _ => null,
        };

    /// <summary>The route of a task.</summary>
    public async Task<ITaskRoute> OfAsync(string reference, CancellationToken cancellationToken)
    {
        var intent = await _intents.FindByReferenceAsync(_tenant, reference, cancellationToken);
        return intent?.Kind switch
        {
            SendIntentKind.Moment => _moments,
            SendIntentKind.Groups => _groups,
            _ => _customers,
        };
    }
}
