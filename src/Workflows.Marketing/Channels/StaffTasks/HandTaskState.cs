namespace Workflows.Marketing.Channels.StaffTasks;

/// <summary>Where a task is (S0-43). The numbers are stored: append, never renumber.</summary>
public enum HandTaskState : short
{
    /// <summary>Everything is ready; somebody has to do it.</summary>
    Prepared = 1,

    /// <summary>It is not done yet, and somebody was reminded.</summary>
    Reminded = 2,

    /// <summary>Somebody says that it is done.</summary>
    Confirmed = 3,

    /// <summary>Over: its message counts as sent.</summary>
    Sent = 4,

    /// <summary>Over: somebody decided not to do it, and said why.</summary>
    Skipped = 5,

    /// <summary>Over: taken back, or not done in time.</summary>
    Withdrawn = 6,
}
