using Microsoft.AspNetCore.SignalR;

namespace Workflows.Host.Live;

/// <summary>What the instance viewer asks for: to be told when an instance moves. Looking is for every role.</summary>
internal sealed class WorkflowInstanceHub(Observers observers) : Hub
{
    /// <summary>Tells the caller from now on when the instance moves.</summary>
    [HubMethodName("ObserveInstanceAsync")]
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (Guid.TryParse(instanceId, out var id))
        {
            observers.Add(Context.ConnectionId, id);
            await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(id));
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        observers.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    public static string GroupOf(Guid instance) => instance.ToString("N");
}
