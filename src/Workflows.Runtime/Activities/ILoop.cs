namespace Workflows.Runtime.Activities;

/// <summary>An activity that runs its body again and again; <c>Break</c> inside the body completes it.</summary>
public interface ILoop;
