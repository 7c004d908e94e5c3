using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging.Blocks;

/// <summary>How blocks wait for what becomes of their message: it leaves with the turn's commit, and its outcome wakes the block.</summary>
internal static class OutcomeWait
{
    public static void EmitAndWait(
        this ActivityExecutionContext context,
        OutboundMessage message,
        ExecuteActivityDelegate ended
    )
    {
        context.Emit(message);
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkName = MessageOutcome.StimulusName,
                Stimulus = message.Key,
                IncludeActivityInstanceId = false,
                Callback = ended,
            }
        );
    }

    /// <summary>The outcome that woke the block, also in the journal.</summary>
    public static MessageOutcome TakeOutcome(this ActivityExecutionContext context)
    {
        var outcome =
            MessageOutcome.FromPayload(context.StimulusPayload)
            ?? throw new FaultException("NoOutcome", "The block was resumed without the outcome of its message.");
        context.NoteOutcome(outcome);
        return outcome;
    }

    public static void NoteOutcome(this ActivityExecutionContext context, MessageOutcome outcome)
    {
        context.JournalData["outcome"] = outcome.Outcome.ToString();
        if (outcome.ReasonCode is { } code)
        {
            context.JournalData["reason"] = code;
        }
    }
}
