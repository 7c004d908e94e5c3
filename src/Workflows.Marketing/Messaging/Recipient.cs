using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Messaging;

/// <summary>Who or what a message reaches: a closed set of cases.</summary>
public abstract record Recipient
{
    private Recipient() { }

    /// <summary>The recipient as one text: messages of the same text keep their order.</summary>
    public abstract string Address { get; }

    /// <summary>One contact.</summary>
    /// <param name="ContactId">The contact.</param>
    /// <param name="To">The names the contact was known by when the message was emitted.</param>
    public sealed record Person(Guid ContactId, ContactIdentities To) : Recipient
    {
        /// <inheritdoc/>
        public override string Address => $"contact:{ContactId:N}";
    }

    /// <summary>All members of one customer group.</summary>
    /// <param name="GroupId">The group's chat id.</param>
    public sealed record Group(string GroupId) : Recipient
    {
        /// <inheritdoc/>
        public override string Address => $"group:{GroupId}";
    }

    /// <summary>One staff member: who does a task, or whose Moments show a post.</summary>
    /// <param name="StaffId">The staff member's user id.</param>
    public sealed record Staff(string StaffId) : Recipient
    {
        /// <inheritdoc/>
        public override string Address => $"staff:{StaffId}";
    }
}
