//! `bind MODULE.wasm NAME FOLDER`: writes `NAME.js`, `NAME_bg.wasm` and their `.d.ts` into the folder.

use std::env;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, name, folder] = arguments.as_slice() else {
        eprintln!("usage: bind MODULE.wasm NAME FOLDER");
        return ExitCode::from(2);
    };
    match bind(module, name, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bind: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn bind(module: &str, name: &str, folder: &str) -> Result<(), Box<dyn std::error::Error>> {
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        .typescript(true)
        // Keeps `new URL("NAME_bg.wasm", import.meta.url)`, so that the module is found beside the script.
        .omit_default_module_path(false)
        .reset_state_function(true)
        .generate(folder)?;
    Ok(())
}
