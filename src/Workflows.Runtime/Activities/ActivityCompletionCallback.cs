namespace Workflows.Runtime.Activities;

/// <summary>
/// Called on the activity that scheduled a child when that child has completed. It must be a method of the activity's own class,
/// because a suspended workflow remembers it by name.
/// </summary>
/// <param name="context">Who completed, with what.</param>
public delegate ValueTask ActivityCompletionCallback(ActivityCompletedContext context);
