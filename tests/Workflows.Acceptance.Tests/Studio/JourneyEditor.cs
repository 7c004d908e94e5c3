using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workflows.Acceptance.Tests.Studio;

/// <summary>What a hand does in the editor.</summary>
internal sealed class JourneyEditor(IPage page)
{
    private const string Saves = "/elsa/api/workflow-definitions";

    /// <summary>Waits until the canvas is there.</summary>
    public async Task OpenAsync()
    {
        await page.WaitForSelectorAsync(".x6-graph-svg", new() { State = WaitForSelectorState.Attached });
        await page.Locator(".mud-expand-panel-header").First.WaitForAsync();

        // The canvas scrolls to its middle when it is ready, and takes nothing before.
        await page.WaitForTimeoutAsync(3_000);
    }

    /// <summary>Drags a block from a stage of the palette to the canvas.</summary>
    public async Task DropAsync(string stage, string block, int x, int y)
    {
        var item = page.Locator("[draggable=true]")
            .Filter(
                new()
                {
                    HasTextRegex = new Regex(
                        $@"^\s*{Regex.Escape(block)}\s*$",
                        RegexOptions.None,
                        TimeSpan.FromSeconds(1)
                    ),
                }
            )
            .First;
        if (!await item.IsVisibleAsync())
        {
            await page.Locator(".mud-expand-panel-header", new() { HasText = stage }).ClickAsync();
            await item.WaitForAsync(new() { State = WaitForSelectorState.Visible });
            await page.WaitForTimeoutAsync(600);
        }

        await SavingAsync(() =>
            item.DragToAsync(
                page.Locator(".x6-graph").First,
                new()
                {
                    TargetPosition = new TargetPosition { X = x, Y = y },
                }
            )
        );
    }

    /// <summary>Draws a connection from an outcome of one block to another block, and looks which outcome it got hold of.</summary>
    public async Task ConnectAsync(string from, string outcome, string to)
    {
        var saved = await SavingAsync(async () =>
        {
            var (startX, startY) = await PlaceAsync(from, outcome);
            var (endX, endY) = await PlaceAsync(to, "In");
            await page.Mouse.MoveAsync(startX, startY);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(endX - 40, endY, new() { Steps = 12 });
            await page.Mouse.MoveAsync(endX, endY, new() { Steps = 6 });
            await page.Mouse.UpAsync();
        });
        var connections = saved.GetProperty("model").GetProperty("root").GetProperty("connections");
        var drawn = connections[connections.GetArrayLength() - 1].GetProperty("source").GetProperty("port").GetString();
        Assert.Equal(outcome, drawn);
    }

    public async Task SelectAsync(string node, string firstField)
    {
        await Node(node).Locator(".activity-label").ClickAsync();
        await page.Locator(".mud-input-control label", new() { HasText = firstField }).First.WaitForAsync();
        await page.WaitForTimeoutAsync(500);
    }

    public Task FillAsync(string field, string text, string key = "Tab") =>
        SavingAsync(async () =>
        {
            await Field(field).ClickAsync();
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync(key);
        });

    /// <summary>Chooses from a drop-down whose choices the server offers.</summary>
    public Task ChooseAsync(string field, string choice) =>
        SavingAsync(async () =>
        {
            await page.Locator(".mud-select-extended", new() { HasText = field })
                .Locator("[tabindex='0']")
                .First.ClickAsync();
            await page.Locator(".mud-popover-open").GetByText(choice).First.ClickAsync();
        });

    /// <summary>Waits until a block has an outcome: one that follows from its settings is drawn anew when they are saved.</summary>
    public Task HasOutcomeAsync(string node, string outcome) =>
        Node(node)
            .Locator($"[port='{outcome}'] circle.elsa-designer-port-hit-area")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>The outcomes of a block, from top to bottom.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync(string node)
    {
        var ports = await Node(node)
            .Locator("[port]")
            .EvaluateAllAsync<string[]>("ports => [...new Set(ports.map(port => port.getAttribute('port')))]");
        return [.. ports.Where(port => port is not "In")];
    }

    /// <summary>Chooses a notation for a field and writes an expression into the editor that then stands in its place.</summary>
    public async Task WriteAsync(string field, string notation, string text)
    {
        var group = page.Locator("[role=group]")
            .Filter(
                new()
                {
                    Has = page.Locator(
                        "label",
                        new() { HasTextRegex = new Regex($"^{field}$", RegexOptions.None, TimeSpan.FromSeconds(1)) }
                    ),
                }
            )
            .Last;
        await group.Locator(".mud-menu button").First.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText(notation, new() { Exact = true }).First.ClickAsync();
        var editor = page.Locator(".monaco-editor:visible").Last;
        await editor.WaitForAsync();
        await page.WaitForTimeoutAsync(1_000);
        await SavingAsync(async () =>
        {
            await editor.Locator(".view-lines").First.ClickAsync();
            await page.Keyboard.InsertTextAsync(text);
            await page.Keyboard.PressAsync("Tab");
        });
    }

    public async Task PublishAsync()
    {
        await page.Locator("button.mud-primary-text").First.ClickAsync();
        await page.Locator(".mud-snackbar", new() { HasText = "Workflow published" }).First.WaitForAsync();
    }

    /// <summary>Does something and waits for the auto-save that follows.</summary>
    /// <returns>What was saved.</returns>
    private async Task<JsonElement> SavingAsync(Func<Task> change)
    {
        var saved = await page.RunAndWaitForResponseAsync(
            change,
            response => response.Request.Method is "POST" && response.Url.EndsWith(Saves, StringComparison.Ordinal)
        );
        Assert.True(saved.Ok, $"{saved.Status} {await saved.TextAsync()}");
        await page.WaitForTimeoutAsync(500);
        return JsonElement.Parse(saved.Request.PostData!);
    }

    private ILocator Node(string name) =>
        page.Locator(".x6-node", new() { Has = page.GetByText(name, new() { Exact = true }) });

    private ILocator Field(string label) =>
        page.Locator(".mud-input-control", new() { Has = page.Locator("label", new() { HasText = label }) })
            .Locator("input:visible, textarea:visible")
            .First;

    /// <summary>The middle of a port, where a hand takes it.</summary>
    private async Task<(float X, float Y)> PlaceAsync(string node, string port)
    {
        var box = await Node(node)
            .Locator($"[port='{port}'] circle.elsa-designer-port-hit-area")
            .First.BoundingBoxAsync();
        return (box!.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
