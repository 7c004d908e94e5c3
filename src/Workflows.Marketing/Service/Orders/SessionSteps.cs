using Workflows.Marketing.Contacts;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Service.Orders;

/// <summary>What is said in a session, as a step of its work order.</summary>
internal static class SessionSteps
{
    /// <summary>The work order as it is then, and the step that was taken; null where what was said belongs to none.</summary>
    /// <param name="contact">Whose session it is.</param>
    /// <param name="message">What was said.</param>
    /// <param name="latest">The contact's latest work order, or null.</param>
    /// <param name="decided">What the rules made of it.</param>
    public static (WorkOrder Order, WorkOrderStep Step)? Of(
        Contact contact,
        ServiceMessage message,
        WorkOrder? latest,
        string? decided
    ) =>
        (decided, latest) switch
        {
            ("open", _) => (Begin(contact, message), WorkOrderStep.Opened),
            ("continue", { State: WorkOrderState.Closed }) when message.IsInbound => Again(latest, message),
            ("reopen", not null) => Again(latest, message),
            ("continue", not null) => (
                latest.Hear(message),
                message.IsInbound ? WorkOrderStep.Asked : WorkOrderStep.Answered
            ),
            _ => null,
        };

    /// <summary>What a step means to who spoke.</summary>
    public static SessionWord WordOf(WorkOrderStep step) =>
        step switch
        {
            WorkOrderStep.Opened => SessionWord.Opened,
            WorkOrderStep.Reopened => SessionWord.Reopened,
            _ => SessionWord.Continued,
        };

    private static (WorkOrder, WorkOrderStep) Again(WorkOrder latest, ServiceMessage message) =>
        (latest.Reopen().Hear(message), WorkOrderStep.Reopened);

    // The id follows from the message, so that a repeated turn opens the same one.
    private static WorkOrder Begin(Contact contact, ServiceMessage message) =>
        new WorkOrder(StableId.Of($"{contact.Id:N}:{message.Key}"), contact.Id, message.At).Hear(message);
}
