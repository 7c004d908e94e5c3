using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Journeys;

/// <summary>What came of one contact's events.</summary>
/// <param name="Contact">The contact as the last turn left it.</param>
/// <param name="Instances">The instances, in the order they were started.</param>
/// <param name="Messages">What would have been sent, in order.</param>
/// <param name="Turns">How many turns it took: starts, events that resumed, timers.</param>
public sealed record ContactRun(
    Contact Contact,
    IReadOnlyList<WorkflowInstance> Instances,
    IReadOnlyList<OutboundMessage> Messages,
    int Turns
);
