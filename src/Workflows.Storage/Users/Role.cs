namespace Workflows.Storage.Users;

/// <summary>What somebody may do. Each role may do everything the ones before it may. The numbers are stored: append, never renumber.</summary>
public enum Role : short
{
    /// <summary>Looks at journeys, instances and reports.</summary>
    Viewer = 1,

    /// <summary>Starts, cancels and repairs instances, and sends events.</summary>
    Operator = 2,

    /// <summary>Draws, publishes and retracts journeys and rule sets.</summary>
    Consultant = 3,

    /// <summary>Tries single activities, alters running instances, and imports and exports them.</summary>
    Developer = 4,

    /// <summary>Decides who else may sign in.</summary>
    Administrator = 5,
}
