namespace Workflows.Storage.StaffTasks;

/// <summary>A task that a person does; what is to be said is in its message.</summary>
internal sealed class HandTaskRow
{
    public required string Reference { get; set; }

    public int Tenant { get; set; }

    /// <summary>The message's key.</summary>
    public required string Key { get; set; }

    public string? Staff { get; set; }

    public short State { get; set; }

    public DateTimeOffset PreparedAt { get; set; }

    public DateTimeOffset DueBy { get; set; }

    public int Reminders { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public string? DoneBy { get; set; }

    public string? Note { get; set; }
}
