using Eliza.AspNetCore;
using Web;

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "OpenAI clients find a parrot at the address of this page followed by /v1.");
app.MapEliza(Scripts.All);
app.Run();
